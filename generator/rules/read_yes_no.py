"""Chỗ này chỉ nhận true hoặc false.

Viết `true` (có) hoặc `false` (không).
"""

from generator.problem import ERROR

ID = "TT-015"
SEVERITY = ERROR
