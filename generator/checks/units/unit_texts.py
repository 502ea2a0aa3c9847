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
from generator.checks._engine.unit_relations import succession
from generator.loading.entry import Entry
from generator.loading.overlays.location import unit_of
from generator.loading.store import Store
from generator.problem import WARNING
from generator.schema.unit_kinds import COMMUNE, COMMUNES, DISTRICTS, level_of
from generator.schema.unit_kinds import KINDS as UNIT_KINDS
from generator.text.audience import field
from generator.text.whitespace import normalised_name

ID = "TT-264"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P04",)
KINDS = ("unit", "overlay")
_KIND = "|".join(UNIT_KINDS)
NAMED = re.compile(rf"\b(?:(?:UBND|Ủy ban nhân dân)(?:\s+(?:{_KIND}))?|{_KIND})\s+([^,;.()\n–-]+)", re.IGNORECASE)
ADDRESS = re.compile(rf"\b({'|'.join(COMMUNES)})\s+([^,;.()\n]+)", re.IGNORECASE)
ABOVE = re.compile(rf"\b({'|'.join((*DISTRICTS, 'tỉnh'))})\s+([^,;.()\n]+)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The desk's name, the feedback agency and the addresses against the names of the other units of this content."""
    if entry.kind.name == "overlay":
        for unit in context.units.get(unit_of(entry), ()):
            yield from _addresses(unit, context, [(("dia_chi",), entry.record.address), (("quay",), entry.record.desk)])
        return
    unit = entry.record
    above = [one.record for one in context.units.get(unit.parent or "", ())]
    own = {normalised_name(one.name or "") for one in (unit, *above)}
    for path, text in (
        (("bo_phan_mot_cua", "ten"), unit.one_stop.name if unit.one_stop else None),
        (("phan_anh", "co_quan_tiep_nhan"), unit.feedback.agency if unit.feedback else None),
    ):
        for named in NAMED.finditer(text or ""):
            name = normalised_name(named[1])
            if name in context.cached(_names) and name not in own:
                said = f"“{named[0].strip()}” là đơn vị khác, tệp này của {unit.kind} {unit.name}"
                yield Finding(path, said, "Sửa tên.")
                break
    parts = (("lien_he", unit.contact), ("bo_phan_mot_cua", unit.one_stop), ("phan_anh", unit.feedback))
    yield from _addresses(entry, context, [((key, "dia_chi"), part.address) for key, part in parts if part])


def _addresses(
    unit: Entry, context: ValidationContext, texts: list[tuple[tuple[str, ...], str | None]]
) -> Iterator[Finding]:
    """Addresses in another commune; a commune may sit where one sat that it took over."""
    record, taken_over = unit.record, context.cached(succession)
    above = [one.record for one in context.units.get(record.parent or "", ())]
    if level_of(record.kind, record.parent) != COMMUNE:
        return
    for path, text in texts:
        for named in ADDRESS.finditer(text or ""):
            there = context.cached(_communes).get(normalised_name(named[2]), set())
            if there and not there & {unit.stem, *taken_over.get(unit.stem, ())}:
                said = f"“{named[0].strip()}” là đơn vị khác, địa chỉ này của {record.kind} {record.name}"
                yield Finding(path, said, "Sửa địa chỉ.")
        for named in ABOVE.finditer(text or ""):
            if any(
                one.kind == named[1].lower() and normalised_name(one.name or "") != normalised_name(named[2])
                for one in above
            ):
                said = f"“{named[0].strip()}” không phải nơi {record.kind} {record.name} thuộc về"
                yield Finding(path, said, f"Sửa địa chỉ, hoặc sửa {field('thuoc')}.")


def _names(store: Store) -> set[str]:
    """The names of all units."""
    return {normalised_name(entry.record.name) for entry in store.of("unit") if entry.record.name}


def _communes(store: Store) -> dict[str, set[str]]:
    """The files of the communes of each name."""
    found: dict[str, set[str]] = {}
    for entry in store.of("unit"):
        if entry.record.name and level_of(entry.record.kind, entry.record.parent) == COMMUNE:
            found.setdefault(normalised_name(entry.record.name), set()).add(entry.stem)
    return found
