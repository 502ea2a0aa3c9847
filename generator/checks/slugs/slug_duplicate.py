"""Địa chỉ trang trùng.

Hai hồ sơ cho cùng một địa chỉ trang thì một trang sẽ bị mất. Đổi tên ngắn (slug) hoặc tên tệp của một hồ sơ
(theo NĐ 63/2010/NĐ-CP Điều 16: địa chỉ phải ổn định, tìm được).

Sai: hai lĩnh vực cùng `slug: ho-tich`
Đúng: mỗi lĩnh vực một `slug`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.text.folding import fold

ID = "TT-026"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
CHECKS = ("L12",)
KINDS = ("field", "agency", "unit", "guide", "notice", "handbook")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Slugs are compared without marks and case; reported on every record but the first."""
    by_file = entry.kind.name in {"unit", "guide", "notice", "handbook"}
    slug = entry.stem if by_file else entry.record.slug
    if not slug:
        return
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
