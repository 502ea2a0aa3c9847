"""Tệp thuộc loại hồ sơ khác.

Mỗi loại hồ sơ có thư mục riêng. Tệp chép nhầm thư mục (thủ tục nằm trong `laws/`, hướng dẫn nằm trong `notices/`) được
nhận ra nhờ các khóa của nó và chỉ bị báo một lần, không kể từng khóa. Chuyển tệp sang thư mục ghi trong thông báo.

Sai: `content/laws/1.001193.yml` có `ma_thu_tuc`, `ten_thu_tuc` …
Đúng: `content/procedures/ho-tich/1.001193.yml`
"""

from generator.problem import ERROR

ID = "TT-190"
SEVERITY = ERROR
