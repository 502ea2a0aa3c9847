"""Giá trị chưa đúng dạng.

Chỗ cần danh sách lại là chữ, chỗ cần chữ lại là bảng, hoặc để trống. Xem mẫu của loại hồ sơ trong sổ tay.

Sai: `tu_khoa: giấy chứng sinh`
Đúng: `tu_khoa: [giấy chứng sinh]`
"""

from generator.problem import ERROR

ID = "TT-010"
SEVERITY = ERROR
