"""Khóa không có trong mẫu.

Gõ nhầm khóa thì cả phần đó không lên trang, nên khóa lạ bị báo lỗi. Thông báo gợi ý khóa gần giống nhất.

Sai: `ten_thutuc: Đăng ký khai sinh`
Đúng: `ten_thu_tuc: Đăng ký khai sinh`
"""

from generator.problem import ERROR

ID = "TT-011"
SEVERITY = ERROR
