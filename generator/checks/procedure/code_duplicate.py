"""Mã trùng.

Hai tệp cùng một mã thủ tục (hoặc cùng số ký hiệu văn bản) thì không biết tệp nào đúng. Giữ một tệp: mã là khóa duy
nhất, tên thì không (NĐ 63/2010/NĐ-CP Điều 24).

Sai: hai tệp cùng `ma_thu_tuc: "1.001193"`
Đúng: một tệp cho mỗi mã
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks.reading.file_name import is_misnamed
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.periods import period

ID = "TT-025"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ24"
CONFIDENCE = "V"
SUPPRESSIBLE = False
SITE_WIDE = True  # which of the two is right, nobody knows
KINDS = ("procedure", "law", "unit")
CODE = re.compile(r"\d{2,6}", re.ASCII)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Reported on every file but the first that has the code; not on one that is named after another code (TT-191)."""
    if entry.kind.name == "unit":
        yield from _unit(entry, context)
        return
    if entry.kind.name == "procedure":
        key, what, value, table = "ma_thu_tuc", "mã", entry.record.code, context.procedures
    else:
        key, what, value, table = "so_ky_hieu", "số ký hiệu", entry.record.number, context.laws
    same = table.get(value, ())
    if len(same) < 2 or is_misnamed(entry):
        return
    first = next(one for one in same if not is_misnamed(one))
    if first is not entry:
        yield Finding((key,), f"“{value}” đã có ở {first.path}", f"Xóa một tệp, hoặc sửa lại {what}.")


def _unit(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A unit may have the code of one that has ended, not that of one that exists beside it."""
    unit, day = entry.record, context.as_of
    if not CODE.fullmatch(unit.code or "") or not _exists(entry, day):
        return
    first = next((one for one in context.units_by_code.get(unit.code, ()) if _exists(one, day)), entry)
    if first is not entry:
        yield Finding(("ma_don_vi",), f"mã “{unit.code}” đã có ở {first.path}", "Xóa một tệp, hoặc sửa lại mã.")


def _exists(entry: Entry, day: dt.date) -> bool:
    """Whether the unit exists on the day, as far as its days could be read."""
    return not entry.broken("hieu_luc") and period(entry.record.term).holds(day)
