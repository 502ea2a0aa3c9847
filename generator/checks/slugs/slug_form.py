"""Tên ngắn hoặc tên tệp sai dạng.

Địa chỉ trang chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: `tan-an`, `sinh-con`. Tệp thủ tục mang tên mã của
nó, để ai cũng tìm thấy. Tên dài hơn 100 ký tự bị cắt trong địa chỉ. Đổi tên theo gợi ý; đã công bố rồi thì đừng đổi
nữa.

Sai: `slug: Hộ tịch`
Đúng: `slug: ho-tich`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext, codes_in_name
from generator.checks._engine.rule import Finding
from generator.limits import MAX_NAME
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.codes import SHAPES
from generator.schema.kinds import REGISTERS
from generator.schema.portable_names import LONGEST_NAME, reserved
from generator.text.folding import fold

ID = "TT-027"
SEVERITY = ERROR
CHECKS = ("L12",)
KINDS = (
    "field",
    "agency",
    "unit",
    "guide",
    "notice",
    "handbook",
    "procedure",
    *(name for name in REGISTERS if name != "target"),
)
GIVES_WAY_TO = ("TT-025",)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Slugs of records and file names that become addresses."""
    kind = entry.kind.name
    if kind == "procedure":
        code = entry.record.code
        other = codes_in_name(entry.stem)  # of another procedure: TT-191
        if code and entry.stem != code and (code in other or not other) and SHAPES["ma_thu_tuc"].fullmatch(code):
            yield Finding(
                ("ma_thu_tuc",),
                f"tệp tên “{entry.stem}” mà mã là “{entry.record.code}”",
                f"Đổi tên tệp thành {entry.record.code}.yml.",
                severity=WARNING,
            )
        return
    by_file = kind not in {"field", "agency"}
    slug = entry.stem if by_file else entry.record.slug
    if not slug:
        return
    if len(slug.encode("utf-8", "replace")) > MAX_NAME:
        yield Finding(
            ("slug",), f"“{slug[:40]}…” dài {len(slug)} ký tự (tối đa {MAX_NAME})", "Đặt tên ngắn, chỉ vài chữ."
        )
    elif not SLUG.fullmatch(slug):
        better = re.sub(r"[^a-z0-9]+", "-", fold(slug)).strip("-")
        yield Finding(("slug",), f"“{slug}” không dùng làm địa chỉ trang được", f"Ý bạn là “{better}”?")
    elif not by_file and (reserved(slug) or len(slug) > LONGEST_NAME):  # file names: TT-183
        yield Finding(
            ("slug",),
            f"“{slug[:60]}” làm địa chỉ trang thì không phải máy nào cũng mang được",
            f"Đặt tên ngắn khác, ví dụ “{slug[:40]}-2”.",
        )
