"""Chỗ này chỉ nhận true hoặc false.

Viết `true` (có) hoặc `false` (không).

Sai: `khong_phu_thuoc_dia_gioi: chắc là có`
Đúng: `khong_phu_thuoc_dia_gioi: true`
"""

from generator.problem import ERROR

ID = "TT-015"
SEVERITY = ERROR
