"""Đơn vị đặt dưới đơn vị không ở cấp trên.

Xã thuộc huyện hoặc tỉnh, huyện thuộc tỉnh. Ghi nhầm `thuoc` (xã thuộc xã, tỉnh thuộc xã, hai đơn vị thuộc nhau) thì
trang nói sai đơn vị cấp trên, gửi phản ánh nhầm nơi. Ghi tên tệp của đơn vị cấp trên trực tiếp.

Sai: `thuoc: tan-lap`   (tan-lap là một xã khác)
Đúng: `thuoc: hoa-loc`   (hoa-loc là huyện hoặc tỉnh)
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.unit import Unit
from generator.schema.unit_kinds import COMMUNE, DISTRICT, PROVINCE, level_of

ID = "TT-259"
SEVERITY = ERROR
SCOPE = "content"
KINDS = ("unit",)
LEVELS = (COMMUNE, DISTRICT, PROVINCE)  # from below


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The unit above is of a higher level; so no chain of them comes back to its beginning."""
    unit = entry.record
    above = context.units.get(unit.parent or "", ())
    if above and above[0] is not entry and _level(above[0].record) <= _level(unit):
        yield Finding(
            ("thuoc",),
            f"{unit.kind or 'đơn vị'} không thể thuộc {above[0].record.kind or 'xã'} “{unit.parent}”",
            "Ghi tên tệp của đơn vị cấp trên trực tiếp.",
        )


def _level(unit: Unit) -> int:
    return LEVELS.index(level_of(unit.kind, unit.parent))
