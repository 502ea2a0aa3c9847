"""Tệp không phải UTF-8 hoặc có ký tự cấm.

Mọi tệp phải là UTF-8. Tệp UTF-16, bảng mã cũ (TCVN3, VNI), ký tự NUL và ký tự điều khiển làm hỏng chữ trên trang.
Lưu lại tệp với mã hóa “UTF-8”; dấu BOM ở đầu tệp chỉ bị nhắc.

Sai: tệp lưu bằng “Unicode” (UTF-16) của Notepad
Đúng: tệp lưu bằng “UTF-8”
"""

from generator.problem import ERROR

ID = "TT-002"
SEVERITY = ERROR
LAW = "TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
