"""Hai bản sửa đổi cùng một ngày.

Một thủ tục chỉ có một nội dung vào một ngày. Hai tệp cùng mã cùng ngày (ví dụ một đuôi .yml, một đuôi .yaml) thì
không biết bản nào đúng. Gộp
vào một tệp.

Sai: `1.001193@2025-07-01.yml` và `1.001193@2025-07-01.yaml`
Đúng: một tệp cho mỗi ngày
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, day_of, identity
from generator.problem import ERROR

ID = "TT-206"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = tuple(sorted(VERSION_KINDS))


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Reported on every file but the first of that day."""
    first = context.cached(_first).get((entry.kind.name, identity(entry), day_of(entry)), entry)
    day = day_of(entry)
    if first is not entry and day:
        yield Finding(("ap_dung_tu",), f"ngày {day:%d/%m/%Y} đã có bản ở {first.path}", "Gộp hai bản vào một tệp.")


def _first(store: Store) -> dict[tuple[object, ...], Entry]:
    entries = [entry for kind in VERSION_KINDS for entry in store.of(kind)]
    return {(entry.kind.name, identity(entry), day_of(entry)): entry for entry in reversed(entries)}
