"""Tên đơn vị lặp lại loại, hoặc viết toàn chữ hoa.

Trang ghép loại với tên: `loai: xã`, `ten: Xã Tân An` hiện thành “xã Xã Tân An”. Chỉ ghi tên riêng, viết hoa chữ đầu.

Sai:
    ten: Xã Tân An
    loai: xã
Đúng:
    ten: Tân An
    loai: xã
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING

ID = "TT-261"
SEVERITY = WARNING
KINDS = ("unit",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A name that begins with the unit's own kind, or has capitals only."""
    name, kind = entry.record.name or "", entry.record.kind or ""
    bare = name[len(kind) + 1 :] if kind and name.lower().startswith(f"{kind} ") else name
    capitals = len(bare) > 3 and bare.isupper()
    if bare != name and not bare.isdigit() or capitals:
        better = " ".join(map(str.capitalize, bare.split())) if capitals else bare
        yield Finding(("ten",), f"tên “{name}” không phải tên riêng của đơn vị", f"Ý bạn là “{better}”?")
