"""Địa chỉ trang trùng.

Hai hồ sơ cho cùng một địa chỉ trang thì một trang sẽ bị mất. Đổi tên ngắn (slug) hoặc tên tệp của một hồ sơ
(theo NĐ 63/2010/NĐ-CP Điều 16: địa chỉ phải ổn định, tìm được). Hai lĩnh vực, hai cơ quan cùng tên thì cũng lẫn.

Sai: hai lĩnh vực cùng `slug: ho-tich`
Đúng: mỗi lĩnh vực một `slug`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import ERROR
from generator.text.folding import fold
from generator.text.whitespace import normalised_name

ID = "TT-026"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
CHECKS = ("L12",)
NAMED = ("field", "agency")
KINDS = ("field", "agency", "unit", "guide", "notice", "handbook")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Slugs are compared without marks and case; reported on every record but the first."""
    by_file = entry.kind.name in {"unit", "guide", "notice", "handbook"}
    slug = entry.stem if by_file else entry.record.slug
    if not slug:
        return
    if entry.kind.name in NAMED and entry.record.name:
        first = context.cached(_named)[entry.kind.name, normalised_name(entry.record.name)]
        if first is not entry:
            said = f"tên “{entry.record.name}” đã có ở mục khác"
            yield Finding(("ten",), said, "Mỗi mục một tên; các bản ghi gọi theo tên.")
            if first.record.slug == entry.record.slug:
                return  # the item is there twice
    for other in context.store.of(entry.kind.name):
        if other is entry:
            return
        if fold(other.stem if by_file else other.record.slug or "") == fold(slug):
            yield Finding(
                () if by_file else ("slug",),
                f"địa chỉ “{slug}” đã được {other.path} dùng",
                "Đổi tên ngắn hoặc tên tệp.",
            )
            return


def _named(store: Store) -> dict[tuple[str, str], Entry]:
    """The first record of each name, of the kinds that are called by their names."""
    found: dict[tuple[str, str], Entry] = {}
    for kind in NAMED:
        for entry in store.of(kind):
            if entry.record.name:
                found.setdefault((kind, normalised_name(entry.record.name)), entry)
    return found
