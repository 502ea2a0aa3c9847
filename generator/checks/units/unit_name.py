"""Tên đơn vị lặp lại loại, hoặc viết hoa sai.

Trang ghép loại với tên: `loai: xã`, `ten: Xã Tân An` hiện thành “xã Xã Tân An”; “UBND xã Tân An”, “Tân An, huyện Hoa
Lộc” cũng vậy. Chỉ ghi tên riêng, viết hoa chữ đầu mỗi tiếng.

Sai:
    ten: Xã Tân An
    loai: xã
Đúng:
    ten: Tân An
    loai: xã
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.unit_kinds import KINDS as UNIT_KINDS

ID = "TT-261"
SEVERITY = WARNING
KINDS = ("unit",)
TITLE = re.compile(
    rf"(?:(?:UBND|Ủy ban nhân dân)(?!\w) *)?(?:(?:{'|'.join(sorted(UNIT_KINDS, key=len, reverse=True))}|UBND)(?!\w)"
    r"|(?:x|p|tt|tx|tp|h|t)\.) *",
    re.IGNORECASE,
)
PLACE = re.compile(r" ?[,(–-].+| (?:thuộc|huyện|tỉnh|thành phố) .+", re.IGNORECASE)  # …, huyện Tứ Kỳ


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A name with the unit's kind or the place it lies in, or not written as a name: all or no capitals."""
    name = " ".join((entry.record.name or "").split())
    bare = TITLE.sub("", name, count=1) if TITLE.match(name) else name
    if bare.isdigit():
        return  # Phường 5
    bare = PLACE.sub("", bare, count=1) or bare
    words = bare.split()
    if len(bare) > 3 and bare.isupper() or words and words[-1].islower():
        bare = " ".join(map(str.capitalize, words))
    if bare and bare != name:
        yield Finding(("ten",), f"tên “{name}” không phải tên riêng của đơn vị", f"Ý bạn là “{bare}”?")
