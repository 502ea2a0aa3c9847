"""Không đọc được tệp.

Tệp không mở được, là liên kết tượng trưng, hoặc trỏ ra ngoài thư mục content/. Chép hẳn tệp vào content/ và xem lại
quyền đọc.

Sai: tep-that.yml là liên kết tới /home/…
Đúng: tệp được chép hẳn vào content/
"""

from generator.problem import ERROR

ID = "TT-001"
SEVERITY = ERROR
