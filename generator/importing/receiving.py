"""Which records of a source a unit receives: by their level, their agencies and their sector (`import --for UNIT`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.importing.code_lists import field_sector, only_sector, split_list
from generator.importing.draft_record import DraftRecord, ImportRefused
from generator.loading.folder import list_content, locate, read_file
from generator.loading.store import Store
from generator.problem import suggest
from generator.schema.kinds import BY_NAME, kind_of
from generator.schema.unit_kinds import level_of

# Sectors with a desk of their own at every level; commune police and military command are in the commune.
OWN_DESK = ("hải quan", "thuế", "kho bạc", "bảo hiểm xã hội", "tòa án", "thi hành án")
_LOCAL = re.compile(r"(?:xã|phường|thị trấn|đặc khu|[uủ][yỷ] ban nhân dân|ubnd)\b", re.IGNORECASE)
AGENCIES = ("co_quan_thuc_hien", "co_quan_co_tham_quyen")


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit. level: of the procedures that it receives; title: its kind and name; also: codes and sectors that it
    takes besides."""

    title: str
    level: str
    also: frozenset[str] = frozenset()

    def refuses(self, record: DraftRecord) -> str:
        """Why the unit does not receive the record, in words that many records share; "" if it does."""
        levels = record.data.get("cap_thuc_hien", [])
        sector = record.data.get("nganh_doc") or sector_of_record(record) or _sector_of_field(record)
        if record.code in self.also or (sector in self.also and self.level in levels):
            return ""
        if not levels:
            return "nguồn không ghi cấp thực hiện"
        if self.level not in levels:
            return f"của {', '.join(levels)}, không phải {self.level}"
        return f"ngành {sector} có nơi nhận riêng" if sector in OWN_DESK else ""


def sector_of_record(record: DraftRecord) -> str:
    """The vertical sector that all agencies of the record belong to; of its field, if it names no agency."""
    agencies = [name for key in AGENCIES for name in split_list(str(record.data.get(key) or ""))]
    return only_sector(agencies) if agencies else field_sector(str(record.data.get("linh_vuc") or ""))


def _sector_of_field(record: DraftRecord) -> str:
    """The sector of its field, unless one of its agencies is a People's Committee or one of a commune."""
    agencies = " ".join(str(record.data.get(key) or "") for key in AGENCIES)
    return "" if _LOCAL.search(agencies) else field_sector(str(record.data.get("linh_vuc") or ""))


def receiver(root: Path, slug: str, also: frozenset[str] = frozenset()) -> Receiver:
    """The unit `slug` of the content folder `root`. Raises ImportRefused if there is none."""
    store = Store({"unit": []})
    for path in list_content(root)[0] if root.is_dir() else ():
        if kind_of(path) is BY_NAME["unit"]:
            read_file(locate(root, path)[0], path, BY_NAME["unit"], store)
    units = {entry.stem: entry.record for entry in store.of("unit")}
    unit = units.get(slug)
    if unit is None:
        near = suggest(slug, list(units))
        known = f"Có: {', '.join(sorted(units)[:10])}." if units else "Thư mục units/ chưa có đơn vị nào."
        raise ImportRefused(f"--for: không có đơn vị “{slug}” trong {root / 'units'}. {near or known}")
    return Receiver(f"{unit.kind or ''} {unit.name or slug}".strip(), level_of(unit.kind, unit.parent), also)
