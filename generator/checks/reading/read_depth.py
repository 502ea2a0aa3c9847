"""Lồng quá sâu.

Không hồ sơ nào cần quá 24 tầng thụt dòng hay ngoặc. Xem lại thụt dòng.

Sai: `[[[[[[[[[[[[[[[[[[[[[[[[[…`
Đúng: danh sách một tầng
"""

from generator.problem import ERROR

ID = "TT-007"
SEVERITY = ERROR
