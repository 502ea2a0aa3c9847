"""Tệp nằm sai chỗ hoặc sai tên nên không được đọc.

Tệp trong content/ mà không phải bản ghi thì không lên trang: sai thư mục, đuôi bị Notepad thêm thành `.yml.txt`, đuôi
viết hoa, bản sao (`… (1).yml`, `Copy of …`), tài liệu Word, Excel, PDF, ảnh nằm cạnh bản ghi, tệp ẩn. Chắc là bản ghi
thì là lỗi, còn lại thì nhắc. Đổi tên hoặc chuyển về đúng chỗ; không dùng thì cất ngoài content/.

Sai: content/thu-tuc/1.001193.yml, content/procedures/ho-tich/1.001193.yml.txt
Đúng: content/procedures/ho-tich/1.001193.yml
"""

from generator.problem import WARNING

ID = "TT-009"
SEVERITY = WARNING
