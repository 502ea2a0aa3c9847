"""Phiên bản công cụ ghi sai dạng.

`phien_ban_cong_cu` trong site.yml ghi trang được làm bằng bản tthc nào: hai số cách nhau bằng dấu chấm, trong dấu ngoặc
kép. Ghi đúng thì máy có bản khác sẽ dừng lại và nói rõ, thay vì lặng lẽ dựng ra một trang khác; ghi sai dạng thì không
so được.

Sai: `phien_ban_cong_cu: mới nhất`
Đúng: `phien_ban_cong_cu: "0.2"`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.tool_version import VERSION, site_version
from generator.problem import ERROR

ID = "TT-260"
SEVERITY = ERROR
KINDS = ("site",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The shape of the version."""
    stated = entry.record.tool
    if stated and not VERSION.fullmatch(stated):
        hint = f'Viết phien_ban_cong_cu: "{site_version()}".'
        yield Finding(("phien_ban_cong_cu",), f"“{stated}” không phải phiên bản của công cụ", hint)
