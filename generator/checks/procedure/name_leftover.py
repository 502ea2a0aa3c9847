"""Tên thủ tục còn dính chữ của phần khác.

Khi chép từ văn bản, tên dễ dính theo tiêu đề của phần sau: “… (1) Trình tự thực hiện:”. Người dân tìm theo tên sẽ không
thấy. Số thứ tự, mã thủ tục, thời hạn, dấu ngoặc mở mà không đóng, chữ nối ở cuối (chép cụt) cũng vậy. Bỏ phần dính,
giữ tên như quyết định công bố.

Sai: `ten_thu_tuc: "Đăng ký khai sinh (1) Trình tự thực hiện:"`
Đúng: `ten_thu_tuc: Đăng ký khai sinh`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-247"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 a"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

LEFTOVER = re.compile(
    r"(?:\(?\d\)?\s{0,9})?(?:trình tự|cách thức) thực hiện\b|thành phần hồ sơ|thời hạn giải quyết\s{0,9}:"
    r"|mã (?:số )?(?:tthc|thủ tục)"
    r"|\(?mức độ [234]\b\)?|\blĩnh vực\s{0,9}:"
    r"|^\(?(?:\d{1,3}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,3}){0,3}[.)]\s|^[-+•*]|\(mã\b[^)]{0,500}$|[:;,.]$"
    r"|(?<!\d)\d\.\d{6}(?!\d)|\b\d{1,3} (?:ngày(?: làm việc)?|giờ)$|\b(?:lệ )?phí:? \d[\d.]{2}"
    r"|\b(?:và|hoặc|của|tại|theo|với|cho|các|từ|bằng)$",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A title of another part inside the name, a number before it, a name that was cut."""
    name = entry.record.name or ""
    found = LEFTOVER.search(name)
    if name.count("(") != name.count(")") and not (found and found[0].startswith("(mã")):
        yield Finding(("ten_thu_tuc",), "dấu ngoặc trong tên không đủ đôi", "Chép lại cả tên, hoặc bỏ dấu ngoặc thừa.")
    elif found:
        yield Finding(("ten_thu_tuc",), f"tên còn dính “{found[0].strip()}”", "Bỏ phần chữ không thuộc tên thủ tục.")
