"""Ngày chưa đúng dạng.

Viết ngày theo dạng năm-tháng-ngày để không lẫn ngày với tháng.

Sai: `ngay: 6/7/2023`
Đúng: `ngay: 2023-07-06`
"""

from generator.problem import ERROR

ID = "TT-013"
SEVERITY = ERROR
