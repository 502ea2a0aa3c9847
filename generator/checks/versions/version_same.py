"""Bản sửa đổi không đổi gì.

Mọi phần ghi trong bản đều giống hệt bản ngay trước, và `bo_phan` không bỏ phần nào. Bản như thế làm người dân tưởng
thủ tục đã thay đổi; bản chỉ thêm bớt dấu câu, khoảng trắng, chữ hoa cũng vậy. Ghi
phần thật sự đổi, hoặc xóa tệp.

Sai: bản 2025-07-01 chỉ ghi lại nguyên `phi_le_phi` của bản trước
Đúng: bản 2025-07-01 ghi `phi_le_phi` với mức thu mới
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.neighbours import before
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import VERSION_KINDS, applied, day_of
from generator.problem import ERROR
from generator.text.repeats import bare

ID = "TT-203"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = tuple(sorted(VERSION_KINDS))
NOTES = frozenset({"verification", "suppressions", "source_notes"})  # of the editors, no part of the procedure


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Compares the states before and after."""
    earlier = before(entry, context)
    if earlier is None or entry.faulty or earlier.since == day_of(entry):  # TT-206
        return
    old, new = earlier.record, applied(earlier, entry).record
    pairs = [(getattr(old, name), getattr(new, name)) for name in type(old).declared if name not in NOTES]
    differing = [(was, now) for was, now in pairs if was != now]
    if not differing:
        yield Finding(("ap_dung_tu",), "bản này giống hệt bản trước", "Ghi phần thật sự đổi, hoặc xóa tệp.")
    elif all(_words(was) == _words(now) for was, now in differing):
        hint = "Sửa chữ thì sửa ngay ở tệp trước; ghi phần thật sự đổi, hoặc xóa tệp."
        yield Finding(("ap_dung_tu",), "bản này chỉ khác bản trước ở dấu câu, khoảng trắng hay chữ hoa", hint)


def _words(value: Any) -> Any:
    """A value of a record, of texts only the words in small letters."""
    return [bare(str(one)) for one in value] if isinstance(value, list) else bare(str(value or ""))
