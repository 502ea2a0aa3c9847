"""Bản sửa đổi không có tệp gốc.

Tệp `1.001193@2025-07-01.yml` chỉ ghi những phần đổi từ ngày 01/07/2025; các phần khác lấy từ `1.001193.yml` nằm ngay
bên cạnh. Không có tệp
gốc, hoặc tệp gốc ở thư mục khác, thì không biết phần còn lại của thủ tục ở đâu. Thủ tục mới có từ ngày ấy thì viết
thành tệp gốc với
`hieu_luc.tu`.

Sai: chỉ có `1.001193@2025-07-01.yml`
Đúng: có cả `1.001193.yml` cùng thư mục
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, VERSIONED, base_stem, identity
from generator.problem import ERROR
from generator.text.suggestions import suggest

ID = "TT-200"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = tuple(sorted(VERSION_KINDS))


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A version without a record of its code; a record in another folder."""
    kind = next(base for base, versions in VERSIONED.items() if versions == entry.kind.name)
    key, ending = identity(entry), entry.path.rpartition(".")[2]
    if context.unread(kind, base_stem(entry)):
        return
    base = context.cached(_bases)[kind].get(key)
    place = ("ma_thu_tuc",) if kind == "procedure" else ("ap_dung_tu",)
    if base is None:
        hint = (
            suggest(key, list(context.cached(_bases)[kind]), 0.85) or "Nếu là thủ tục mới thì bỏ “@ngày” trong tên tệp."
        )
        yield Finding(place, f"không có tệp gốc của “{key}”", f"Đặt cạnh tệp {key}.{ending}. {hint}")
    elif PurePosixPath(base.path).parent != PurePosixPath(entry.path).parent:
        yield Finding(place, f"tệp gốc ở chỗ khác: {base.path}", "Chuyển tệp này sang cùng thư mục với tệp gốc.")


def _bases(store: Store) -> dict[str, dict[str, Entry]]:
    return {kind: {identity(entry): entry for entry in reversed(store.of(kind))} for kind in VERSIONED}
