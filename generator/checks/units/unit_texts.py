"""Phần của đơn vị mang tên đơn vị khác.

Tệp của xã thường được chép từ xã bên cạnh: quên sửa một chỗ thì người dân gửi phản ánh đến nhầm xã (NĐ 20/2008/NĐ-CP
Điều 7, theo NĐ 61/2018). Tên Bộ phận Một cửa và cơ quan tiếp nhận phản ánh phải là của chính đơn vị, hay của đơn vị cấp
trên. Sửa tên.

Sai: `co_quan_tiep_nhan: UBND xã Tân An`   (trong tệp của xã Sông Quê)
Đúng: `co_quan_tiep_nhan: UBND xã Sông Quê`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING
from generator.schema.unit_kinds import KINDS as UNIT_KINDS

ID = "TT-264"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P04",)
KINDS = ("unit",)
NAMED = re.compile(rf"\b({'|'.join(UNIT_KINDS)})\s+(.+)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The desk's name and the feedback agency against the names of the other units of this content."""
    unit = entry.record
    own = {unit.name, *(one.record.name for one in context.units.get(unit.parent or "", ()))}
    others = {one.record.name for some in context.units.values() for one in some if one.record.name} - own
    for path, text in (
        (("bo_phan_mot_cua", "ten"), unit.one_stop.name if unit.one_stop else None),
        (("phan_anh", "co_quan_tiep_nhan"), unit.feedback.agency if unit.feedback else None),
    ):
        named = NAMED.search(text or "")
        if named and named[2].strip(" .") in others:
            yield Finding(path, f"“{named[0]}” là đơn vị khác, tệp này của {unit.kind} {unit.name}", "Sửa tên.")
