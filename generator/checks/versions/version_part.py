"""Bỏ một phần không có.

`bo_phan` kể khóa của những phần không còn từ ngày ấy. Khóa phải là một phần của thủ tục đang có ở bản trước; phần
pháp luật đòi (NĐ 63/2010
Điều 8) thì không bỏ được, chỉ thay; phần vừa bỏ vừa ghi lại thì không rõ muốn gì.

Sai: `bo_phan: [phan_biet_khac]`
Đúng: `bo_phan: [phan_biet]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.neighbours import before
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import VERSION_KINDS, VERSIONED
from generator.problem import ERROR
from generator.schema.kinds import BY_NAME
from generator.schema.record import is_blank, specs
from generator.schema.version import HEAD
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-207"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
FIXED = {"as_of", "cac_ban", "dia_chi_trang"}  # which days are published, and where
KINDS = tuple(sorted(VERSION_KINDS))


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Keys that are no part, are required, are also stated, or were not there before."""
    kind = next(base for base, versions in VERSIONED.items() if versions == entry.kind.name)
    parts = {spec.key: spec for spec in specs(BY_NAME[kind].model) if spec.name not in HEAD}
    earlier = before(entry, context)
    stated = entry.document.keys
    for key in FIXED & set(stated) if kind == "site" else ():
        yield Finding(
            (key,), f"“{key}” là của cả trang, không đổi theo ngày", "Bỏ khóa này khỏi bản sửa đổi.", key=True
        )
    for index, key in enumerate(entry.record.removed):
        place = ("bo_phan", index)
        if key not in parts:
            hint = suggest(key, list(parts)) or f"Ghi khóa của phần, ví dụ {field('phan_biet')}."
            yield Finding(place, f"“{key}” không phải một phần của {BY_NAME[kind].label}", hint)
        elif parts[key].required:
            yield Finding(
                place, f"phần “{parts[key].label}” là bắt buộc nên không bỏ được", f"Ghi “{key}:” với nội dung mới."
            )
        elif key in entry.record.removed[:index]:
            yield Finding(place, f"phần “{key}” đã kể ở trên", "Giữ một dòng.")
        elif key in stated:
            yield Finding(place, f"phần “{key}” vừa bỏ vừa ghi lại trong bản này", "Giữ một trong hai.")
        elif earlier is not None and is_blank(getattr(earlier.record, parts[key].name)):
            yield Finding(place, f"bản trước không có phần “{parts[key].label}” để bỏ", "Xóa dòng này.")
