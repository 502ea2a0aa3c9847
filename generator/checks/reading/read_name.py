"""Tên tệp, thư mục mà không phải máy nào cũng mang được.

Tên như `con.md`, `aux.yml`, tên có dấu `?` hay kết thúc bằng dấu chấm thì Windows không chép, không giải nén được; hai
tên chỉ khác chữ hoa hay cách ghép dấu thì máy này là hai tệp, máy kia còn một. Tên tệp cũng thành địa chỉ trang. Đổi
tên trước khi đăng.

Sai: content/guides/con.md
Đúng: content/guides/nuoi-con.md
"""

from generator.problem import ERROR

ID = "TT-183"
SEVERITY = ERROR
