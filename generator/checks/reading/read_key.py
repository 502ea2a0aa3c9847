"""Khóa không phải một từ.

Khóa phải là một từ trước dấu hai chấm. Dấu `?`, `[`, `{` ở đầu dòng làm khóa thành danh sách hay bảng; để trong dấu
ngoặc kép nếu là chữ.

Sai: `[a, b]: c`
Đúng: `ten: c`
"""

from generator.problem import ERROR

ID = "TT-008"
SEVERITY = ERROR
