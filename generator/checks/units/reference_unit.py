"""Đơn vị được nhắc tới không có.

Đơn vị cấp trên, đơn vị kế tục, đơn vị chủ trang và đơn vị của tin phải là tên tệp (không đuôi) trong content/units/.
Sửa theo gợi ý, hoặc thêm tệp đơn vị.

Sai: `thuoc: tan-ann`
Đúng: `thuoc: tan-an`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.text.suggestions import suggest

ID = "TT-033"
SEVERITY = ERROR
SCOPE = "content"
CHECKS = ("P05",)
KINDS = ("unit", "site", "notice")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every slug named must be a file in content/units/."""
    if entry.kind.name in {"site", "notice"}:
        named: list[tuple[KeyPath, str | None]] = [(("don_vi",), entry.record.unit)]
    else:
        named = [(("thuoc",), entry.record.parent)]
        named += [(("ke_tuc", index, "don_vi"), item.unit) for index, item in enumerate(entry.record.successors)]
    for path, slug in named:
        if slug and entry.kind.name == "unit" and slug == entry.stem:
            yield Finding(path, "đơn vị trỏ vào chính nó", "Ghi tên tệp của đơn vị khác, hoặc bỏ dòng này.")
        elif slug and slug not in context.units and not context.unread("unit", slug):
            yield Finding(
                path,
                f"không có đơn vị “{slug}” trong content/units/",
                suggest(slug, list(context.units)) or "Ghi tên tệp của đơn vị (không có .yml), ví dụ tan-an.",
            )
