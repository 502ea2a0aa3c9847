"""Tên bắt đầu bằng chữ “Thủ tục”.

Mọi tên trên trang đều là tên thủ tục, nên chữ “Thủ tục” ở đầu chỉ làm danh sách dồn hết vào vần T và khó tìm. Bỏ chữ
ấy; cả tên viết hoa, hoặc chữ đầu viết thường, thì viết lại như câu thường. Tên vẫn là tên chính thức trong
quyết định công bố.

Sai: `ten_thu_tuc: Thủ tục đăng ký khai sinh`
Đúng: `ten_thu_tuc: Đăng ký khai sinh`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-082"
SEVERITY = WARNING
KINDS = ("procedure",)
PREFIX = re.compile(r"\W*(?:thủ tục(?: hành chính)?|tthc)\b[:\s]*", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The prefix, a name in capitals only or without the first one."""
    name = entry.record.name or ""
    prefix = PREFIX.match(name)
    if prefix:
        rest = name[prefix.end() :]
        word = " ".join(prefix[0].split()).strip(" .:-–*").capitalize()
        yield Finding(("ten_thu_tuc",), f"tên bắt đầu bằng chữ “{word}”", f"Ý bạn là “{rest[:1].upper()}{rest[1:80]}”?")
    elif name[:1].islower():
        yield Finding(("ten_thu_tuc",), "tên bắt đầu bằng chữ thường", f"Ý bạn là “{name[:1].upper()}{name[1:80]}”?")
    elif len(name) > 12 and name.upper() == name:
        yield Finding(("ten_thu_tuc",), "tên viết toàn chữ hoa", f"Ý bạn là “{name[:1]}{name[1:80].lower()}”?")
