"""Phần của đơn vị mang tên đơn vị khác.

Tệp của xã thường được chép từ xã bên cạnh: quên sửa một chỗ thì người dân gửi phản ánh đến nhầm xã (NĐ 20/2008/NĐ-CP
Điều 7, theo NĐ 61/2018). Tên Bộ phận Một cửa và cơ quan tiếp nhận phản ánh phải là của chính đơn vị, hay của đơn vị cấp
trên; địa chỉ của xã, kể cả trong lớp địa phương, không ở xã khác, trừ xã mà nó kế tục hay nhập vào. Sửa tên.

Sai: `co_quan_tiep_nhan: UBND xã Tân An`   (trong tệp của xã Sông Quê)
Đúng: `co_quan_tiep_nhan: UBND xã Sông Quê`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.overlays.location import unit_of
from generator.loading.store import Entry, Store
from generator.problem import WARNING
from generator.schema.unit_kinds import COMMUNE, COMMUNES, level_of
from generator.schema.unit_kinds import KINDS as UNIT_KINDS

ID = "TT-264"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P04",)
KINDS = ("unit", "overlay")
NAMED = re.compile(rf"\b({'|'.join(UNIT_KINDS)})\s+(.+)", re.IGNORECASE)


ADDRESS = re.compile(rf"\b({'|'.join(COMMUNES)})\s+([^,;.()\n]+)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The desk's name, the feedback agency and the addresses against the names of the other units of this content."""
    if entry.kind.name == "overlay":
        for unit in context.units.get(unit_of(entry), ()):
            yield from _addresses(unit, context, [(("dia_chi",), entry.record.address), (("quay",), entry.record.desk)])
        return
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
    parts = (("lien_he", unit.contact), ("bo_phan_mot_cua", unit.one_stop), ("phan_anh", unit.feedback))
    yield from _addresses(entry, context, [((key, "dia_chi"), part.address) for key, part in parts if part])


def _addresses(
    unit: Entry, context: ValidationContext, texts: list[tuple[tuple[str, ...], str | None]]
) -> Iterator[Finding]:
    """Addresses in another commune; a commune may sit where one sat that it took over."""
    record, related = unit.record, context.cached(_related)
    if level_of(record.kind, record.parent) != COMMUNE:
        return
    for path, text in texts:
        for named in ADDRESS.finditer(text or ""):
            there = context.cached(_communes).get(" ".join(named[2].split()), set())
            if there and not there & {unit.stem, *related.get(unit.stem, ())}:
                said = f"“{named[0].strip()}” là đơn vị khác, địa chỉ này của {record.kind} {record.name}"
                yield Finding(path, said, "Sửa địa chỉ.")


def _communes(store: Store) -> dict[str, set[str]]:
    """The files of the communes of each name."""
    found: dict[str, set[str]] = {}
    for entry in store.of("unit"):
        if entry.record.name and level_of(entry.record.kind, entry.record.parent) == COMMUNE:
            found.setdefault(entry.record.name, set()).add(entry.stem)
    return found


def _related(store: Store) -> dict[str, set[str]]:
    """The units that each one took over, and those that took it over."""
    found: dict[str, set[str]] = {}
    for entry in store.of("unit"):
        for one in entry.record.successors:
            if one.unit:
                found.setdefault(entry.stem, set()).add(one.unit)
                found.setdefault(one.unit, set()).add(entry.stem)
    return found
