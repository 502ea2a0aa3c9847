"""Tệp còn dấu xung đột của git.

Hai người sửa cùng một chỗ thì git để cả hai bản trong tệp, giữa các dòng `<<<<<<<`, `=======`, `>>>>>>>`. Không ai
biết bản nào đúng nên cả tệp không được đọc. Giữ câu đúng, xóa các dòng ấy, rồi lưu.

Sai: `<<<<<<< HEAD`
Đúng: không còn dòng nào như vậy trong tệp
"""

from generator.problem import ERROR

ID = "TT-182"
SEVERITY = ERROR
