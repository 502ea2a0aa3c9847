"""Đơn vị cấp trên, đơn vị kế tục ghi sai.

Xã thuộc huyện hoặc tỉnh, huyện thuộc tỉnh. Ghi nhầm `thuoc` (xã thuộc xã, tỉnh thuộc xã, hai đơn vị thuộc nhau) thì
trang nói sai đơn vị cấp trên, gửi phản ánh nhầm nơi. Đơn vị cấp trên phải có cùng thời gian, đơn vị kế tục (`ke_tuc`)
phải có vào ngày kế tục, ngay sau ngày cuối của đơn vị cũ: xem `hieu_luc` của hai đơn vị. Trước 01/7/2025 xã thuộc
huyện, không thuộc thẳng tỉnh. Mỗi đơn vị kế tục kể một lần. Ghi tên tệp của đơn vị cấp trên
trực tiếp.

Sai: `thuoc: tan-lap`   (tan-lap là một xã khác)
Đúng: `thuoc: hoa-loc`   (hoa-loc là huyện hoặc tỉnh)
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.periods import DateRange, period
from generator.schema.unit import Unit
from generator.schema.unit_kinds import COMMUNE, COMMUNES, DISTRICT, NO_DISTRICTS, PROVINCE, level_of
from generator.text.audience import field

ID = "TT-259"
SEVERITY = ERROR
SCOPE = "content"
KINDS = ("unit",)
WHOLE = "toàn bộ"
LEVELS = (COMMUNE, DISTRICT, PROVINCE)  # from below


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The unit above is of a higher level; so no chain of them comes back to its beginning."""
    unit = entry.record
    own = period(unit.term)
    above = context.units.get(unit.parent or "", ())
    if above and above[0] is not entry and _level(above[0].record) <= _level(unit):
        yield Finding(
            ("thuoc",),
            f"{unit.kind or 'đơn vị'} không thể thuộc {above[0].record.kind or 'xã'} “{unit.parent}”",
            "Ghi tên tệp của đơn vị cấp trên trực tiếp.",
        )
    elif above and above[0] is not entry and _ordered(own) and not _overlap(own, period(above[0].record.term)):
        yield Finding(
            ("thuoc",),
            f"“{unit.parent}” không cùng lúc nào với đơn vị này (xem {field('hieu_luc')} của hai đơn vị)",
            "Ghi tên tệp của đơn vị cấp trên trong thời gian ấy.",
        )
    yield from _missing(entry, context)
    yield from _shares(unit)
    until, days = unit.term.until if unit.term else None, [item.date for item in unit.successors if item.date]
    if until and days and len(days) == len(unit.successors) and min(days) > until + dt.timedelta(days=1):
        yield Finding(
            ("ke_tuc", days.index(min(days)), "ngay"),
            f"sau ngày cuối {until:%d/%m/%Y}, tới {min(days):%d/%m/%Y} mới có đơn vị kế tục",
            f"Xem lại {field('hieu_luc.den')} và ngày kế tục.",
            severity=WARNING,
        )
    for index, item in enumerate(unit.successors):
        after = context.units.get(item.unit or "", ())
        if not after or after[0] is entry or not item.date or own.holds(item.date):
            continue  # TT-033, TT-020, TT-084
        if not period(after[0].record.term).holds(item.date):
            yield Finding(
                ("ke_tuc", index, "don_vi"),
                f"ngày {item.date:%d/%m/%Y} không có “{item.unit}” (xem {field('hieu_luc')} của đơn vị ấy)",
                "Ghi tên tệp của đơn vị lập từ ngày ấy.",
            )


def _missing(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """No unit above, so that it is in no list; a district left out."""
    unit, level, own = entry.record, _level(entry.record), period(entry.record.term)
    higher = [one.record for one in context.store.of("unit") if one is not entry and _level(one.record) > level]
    if not unit.parent and any(_overlap(own, period(one.term)) for one in higher):
        yield Finding(
            ("thuoc",),
            "chưa ghi thuộc đơn vị nào",
            f"Thêm {field('thuoc')}: tên tệp của đơn vị cấp trên.",
            key=True,
            severity=WARNING,
        )
    above = context.units.get(unit.parent or "", ())
    before = own.end and own.end <= NO_DISTRICTS
    districts = [
        one for one in higher if level_of(one.kind, one.parent) == DISTRICT and _overlap(own, period(one.term))
    ]
    if before and districts and unit.kind in COMMUNES and any(_is_province_of(one, own) for one in above):
        said = f"trước ngày {NO_DISTRICTS:%d/%m/%Y} {unit.kind} thuộc huyện, không thuộc thẳng “{unit.parent}”"
        yield Finding(("thuoc",), said, "Ghi tên tệp của huyện.", severity=WARNING)


def _is_province_of(parent: Entry, term: DateRange) -> bool:
    return _level(parent.record) == LEVELS.index(PROVINCE) and _overlap(term, period(parent.record.term))


def _shares(unit: Unit) -> Iterator[Finding]:
    """A successor named twice; two that each took over the whole."""
    named: dict[str, str] = {}
    for index, item in enumerate(unit.successors):
        share = (item.share or "").strip().casefold()
        if item.unit and named.get(item.unit) == share:
            yield Finding(("ke_tuc", index), f"“{item.unit}” đã kể ở trên", "Gộp hai mục.", severity=WARNING)
        elif share == WHOLE and WHOLE in named.values():
            hint = "Ghi rõ phần nào nhập vào đâu, ví dụ “một phần”."
            yield Finding(("ke_tuc", index, "phan"), "hai đơn vị cùng nhận toàn bộ", hint, severity=WARNING)
        named[item.unit or ""] = share


def _level(unit: Unit) -> int:
    return LEVELS.index(level_of(unit.kind, unit.parent))


def _ordered(one: DateRange) -> bool:
    return not (one.since and one.end and one.end <= one.since)  # else TT-084


def _overlap(one: DateRange, other: DateRange) -> bool:
    """True unless one ended before the other began."""
    return not any(a.end and b.since and a.end <= b.since for a, b in ((one, other), (other, one)))
