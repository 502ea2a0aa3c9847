"""Kỳ số liệu, ngày sự kiện không hợp lý.

Ngày cuối trước ngày đầu, kết luận trước khi kiểm tra xong, trả lời trước khi nhận hay cả năm sau, kỳ “Quý II” mà ngày
của quý khác, một đơn vị có hai dòng trong một kỳ, một dòng số liệu không nói của ai, hai kỳ số liệu chồng nhau (hồ sơ
bị đếm hai lần) hay hở nhau đều làm trang nói sai. Xem lại ngày theo văn bản gốc.

Sai: `tu: 2023-06-15`, `den: 2023-05-14`
Đúng: `tu: 2023-03-15`, `den: 2023-06-14`
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import QUARTER, is_of_year, of_year, quarter_of, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import ERROR, WARNING
from generator.text.audience import field
from generator.text.whitespace import normalised_name

ID = "TT-123"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("result", "feedback_period", "plan_event", "answer")
COMPARES = ("tu", "den", "ngay_nhan", "ngay_tra_loi", "ngay_ket_luan", "ket_luan")
A_MONTH, A_YEAR = dt.timedelta(days=31), dt.timedelta(days=366)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Pairs of dates; units twice; periods that overlap."""
    record, kind, year = entry.record, entry.kind.name, year_of(entry)
    for first, first_key, second, key in _pairs(kind, record):
        if first and second and second < first:
            if is_of_year(second, year) and not is_of_year(first, year):  # the other day is the slip
                said = f"ngày {first:%d/%m/%Y} sau ngày {second:%d/%m/%Y} ({field(key)})"
                yield Finding((first_key,), said, "Xem lại năm.")
            else:
                said = f"ngày {second:%d/%m/%Y} trước ngày {first:%d/%m/%Y} ({field(first_key)})"
                yield Finding((key,), said, "Xem lại hai ngày.")
    yield from _late(kind, record, year)
    if kind in ("result", "feedback_period"):
        yield from _named(record, year)
        yield from _twice(record, context.cached(_units))
        if record.start and (before := _before(entry, context)):
            said = f"kỳ trước ({before.record.title}) hết ngày {before.record.end:%d/%m/%Y}, kỳ này từ ngày "
            hint = "Ngày đầu là ngày liền sau ngày cuối của kỳ trước."
            yield Finding(("tu",), f"{said}{record.start:%d/%m/%Y}: số liệu sót", hint, severity=WARNING)
        for other in of_year(context, kind, year):
            if other.path < entry.path and _overlap(record, other.record):
                hint = "Xem lại ngày của hai kỳ; kỳ cả năm thì bỏ: trang tự cộng các quý."
                yield Finding(("tu",), f"kỳ này chồng lên kỳ trong {other.path}", hint, severity=WARNING)


def _pairs(kind: str, record: Any) -> Iterator[tuple[dt.date | None, str, dt.date | None, str]]:
    if kind == "answer":
        yield record.received, "ngay_nhan", record.answered, "ngay_tra_loi"
    else:
        yield record.start, "tu", record.end, "den"
    if kind == "plan_event":
        yield record.end or record.start, "den" if record.end else "tu", record.concluded, "ngay_ket_luan"


def _late(kind: str, record: Any, year: str) -> Iterator[Finding]:
    """An answer a year later, and an inspection of which only the conclusion or only its day is stated."""
    received, answered = (record.received, record.answered) if kind == "answer" else (None, None)
    if received and answered and is_of_year(received, year) and answered - received > A_YEAR:
        said = f"trả lời ngày {answered:%d/%m/%Y}, hơn một năm sau khi nhận ({received:%d/%m/%Y})"
        yield Finding(("ngay_tra_loi",), said, "Xem lại năm.", severity=WARNING)
    if kind == "plan_event" and record.kind == "kiểm tra" and bool(record.concluded) != bool(record.conclusion):
        key, missing = ("ngay_ket_luan", "ket_luan") if record.concluded else ("ket_luan", "ngay_ket_luan")
        yield Finding(
            (key,), f"có {field(key)} mà không có {field(missing)}", f"Thêm {field(missing)}.", severity=WARNING
        )


def _named(record: Any, year: str) -> Iterator[Finding]:
    """A period that is named after a quarter ends in it and begins in the month before it, at the earliest. Of two days
    the one of another year is the slip."""
    quarter = QUARTER.search(record.title or "")
    if not quarter or not record.end or not record.start or record.end < record.start:
        return
    first, last = quarter_of(quarter)
    if not first <= record.end <= last or not first - A_MONTH <= record.start <= last:
        said = f"“{record.title}” mà số liệu từ {record.start:%d/%m/%Y} đến {record.end:%d/%m/%Y}"
        far = [key for key, day in (("tu", record.start), ("den", record.end)) if not is_of_year(day, year)]
        if len(far) == 1:
            yield Finding((far[0],), said, "Xem lại năm.")
        else:
            yield Finding(("ky",), said, f"Sửa tên kỳ, hoặc {field('tu')} và {field('den')}.")


def _before(entry: Entry, context: ValidationContext) -> Entry | None:
    """The period before, if some days lie between the two: too few for a period that is still to be entered."""
    record = entry.record
    others = [
        other
        for other in of_year(context, entry.kind.name, year_of(entry))
        if other.record.start
        and other.record.end
        and other.record.start <= other.record.end < record.start
        and bool(other.record.sample) == bool(record.sample)
    ]
    last = max(others, key=lambda other: other.record.end, default=None)
    return last if last and dt.timedelta(days=1) < record.start - last.record.end < 2 * A_MONTH else None


def _units(store: Store) -> dict[str, str]:
    """The files of the units by their names, with and without their kinds; "" where several units have the name."""
    found: dict[str, str] = {}
    for entry in store.of("unit"):
        name = normalised_name(entry.record.name or "")
        for written in filter(None, (name, f"{entry.record.kind} {name}")):
            found[written] = "" if found.get(written, entry.stem) != entry.stem else entry.stem
    return found


def _twice(record: Any, units: dict[str, str]) -> Iterator[Finding]:
    names: set[str] = set()
    total = getattr(record, "total", None)
    if total and (total.unit or total.name):
        key = "don_vi" if total.unit else "ten"
        yield Finding(("tong_cong", key), "dòng tổng cộng không phải của một đơn vị", f"Bỏ dòng {field(key)}.")
    for at, row in enumerate(record.rows):
        real = units.get(normalised_name(row.name or "").removeprefix("ubnd ")) if not row.unit else None
        name = row.unit or real or row.name
        if real:
            hint = "Đặt tên mẫu." if record.sample else f"Ghi {field('don_vi')}: {real}, bỏ {field('ten')}."
            said = f"“{row.name}” là đơn vị có trong content/units/"
            yield Finding(("so_lieu", at, "ten"), said, hint, severity=WARNING)
        if not name and record.sample:  # else TT-117
            yield Finding(("so_lieu", at), "dòng này không nói của đơn vị nào", f"Đặt tên mẫu ở {field('ten')}.")
        if name and name in names:
            yield Finding(("so_lieu", at), f"“{name}” đã có một dòng ở trên", "Gộp hai dòng.")
        names.add(name or "")


def _overlap(one: Any, other: Any) -> bool:
    if bool(one.sample) != bool(other.sample) or None in (one.start, one.end, other.start, other.end):
        return False
    return bool(one.start <= other.end and other.start <= one.end)
