"""Giá trị không nằm trong danh sách được dùng.

Một số khóa chỉ nhận vài giá trị có sẵn, ví dụ hình thức nộp: trực tiếp, bưu chính, trực tuyến. Chọn một giá trị trong
thông báo.

Sai: `hinh_thuc_nop: tại quầy`
Đúng: `hinh_thuc_nop: trực tiếp`
"""

from generator.problem import ERROR

ID = "TT-012"
SEVERITY = ERROR
