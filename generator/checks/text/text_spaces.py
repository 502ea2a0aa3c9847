"""Khoảng trắng thừa.

Hai dấu cách liền nhau, dấu cách ở cuối dòng, dấu cách trước dấu phẩy, khoảng trắng “cứng” chép từ Word làm so sánh và
tìm kiếm trượt, làm bản in lệch. Chạy `tthc fix` là xong.

Sai: `ten: Hộ  tịch ,chứng thực`
Đúng: `ten: Hộ tịch, chứng thực`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import letters_of, text_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.text.audience import fixed_by_command
from generator.text.whitespace import places

ID = "TT-088"
SEVERITY = WARNING
KINDS = tuple(kind.name for kind in ALL_KINDS if not kind.markdown)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding per file, at the first match, with the number of lines."""
    text = text_of(entry)
    positions = places(text, letters_of(text))
    if positions:
        yield Finding((), f"khoảng trắng thừa ({len(positions)} dòng)", fixed_by_command("để bỏ"), at=positions[0])
