"""Chỗ này chỉ nhận true hoặc false.

Khóa có hay không chỉ nhận hai giá trị; câu trả lời lưng chừng thì trang không biết hiện dấu nào. Viết `true` (có) hoặc
`false` (không).

Sai: `khong_phu_thuoc_dia_gioi: chắc là có`
Đúng: `khong_phu_thuoc_dia_gioi: true`
"""

from generator.problem import ERROR

ID = "TT-015"
SEVERITY = ERROR
