"""Lồng quá sâu.

Không hồ sơ nào cần quá 24 tầng thụt dòng hay ngoặc. Xem lại thụt dòng.
"""

from generator.problem import ERROR

ID = "TT-007"
SEVERITY = ERROR
