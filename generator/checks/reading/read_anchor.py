"""Dùng neo, bí danh hoặc thẻ kiểu của YAML.

Dấu `&`, `*`, `!` ở đầu giá trị có nghĩa riêng trong YAML và không được dùng ở đây. Nếu là chữ thường, để trong dấu
ngoặc kép.

Sai: `ghi_chu: *lưu ý`
Đúng: `ghi_chu: "*lưu ý"`
"""

from generator.problem import ERROR

ID = "TT-006"
SEVERITY = ERROR
