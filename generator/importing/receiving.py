"""Which records of a source a unit receives: by their level, their agencies and their sector (`import --for UNIT`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.importing.code_lists import field_sector, only_sector, split_list
from generator.importing.draft_record import DraftRecord, ImportRefused
from generator.loading.folder import list_content, locate, read_file
from generator.loading.store import Store
from generator.schema.kinds import kind_of
from generator.schema.unit_kinds import COMMUNE, DISTRICT, level_of
from generator.text.suggestions import suggest

# Sectors with a desk of their own at every level; commune police and military command are in the commune.
OWN_DESK = ("hải quan", "thuế", "kho bạc", "bảo hiểm xã hội", "tòa án", "thi hành án")
_LOCAL = re.compile(r"(?:xã|phường|thị trấn|đặc khu|[uủ][yỷ] ban nhân dân|ubnd)\b", re.IGNORECASE)
_YEAR = re.compile(r"/(\d{4})/")
AGENCIES = ("co_quan_thuc_hien", "co_quan_co_tham_quyen")


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit. levels: of the procedures that it receives, of a district also those of its communes, which are on its
    site; title: its kind and name; also: codes and sectors that it takes besides; day: of the content, None where no
    site says one; issued: the day of each document of the content by its number."""

    title: str
    levels: tuple[str, ...]
    also: frozenset[str] = frozenset()
    day: dt.date | None = None
    issued: Mapping[str, dt.date] = field(default_factory=dict)

    @property
    def level(self) -> str:
        """The levels in words."""
        return ", ".join(self.levels)

    def refuses(self, record: DraftRecord) -> str:
        """The reason why the unit does not receive the record, in words that many records share; "" if it does."""
        levels = record.data.get("cap_thuc_hien", [])
        sector = record.data.get("nganh_doc") or sector_of_record(record) or _sector_of_field(record)
        own = not set(self.levels).isdisjoint(levels)
        if record.code in self.also or (sector in self.also and own):
            return ""
        if not levels:
            return "nguồn không ghi cấp thực hiện"
        if not own:
            return f"của {', '.join(levels)}, không phải {self.level}"
        if sector in OWN_DESK:
            return f"ngành {sector} có nơi nhận riêng"
        return self._too_new(record)

    def _too_new(self, record: DraftRecord) -> str:
        """The reason why the record cannot describe the content's day: it rests on a document that was issued later."""
        if self.day is None:
            return ""
        for basis in record.data.get("can_cu_phap_ly", ()):
            number = str(basis.get("so_ky_hieu") or "") if isinstance(basis, dict) else ""
            year = _YEAR.search(number)
            issued = self.issued.get(number)
            if issued > self.day if issued else bool(year and int(year[1]) > self.day.year):
                return f"căn cứ vào văn bản ban hành sau ngày của trang ({self.day:%d/%m/%Y})"
        return ""


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
    store = Store({"unit": [], "law": [], "site": []})
    for path in list_content(root)[0] if root.is_dir() else ():
        kind = kind_of(path)
        if kind is not None and kind.name in ("unit", "law", "site"):
            read_file(locate(root, path)[0], path, kind, store)
    units = {entry.stem: entry.record for entry in store.of("unit")}
    unit = units.get(slug)
    if unit is None:
        near = suggest(slug, list(units))
        known = f"Có: {', '.join(sorted(units)[:10])}." if units else "Thư mục units/ chưa có đơn vị nào."
        raise ImportRefused(f"--for: không có đơn vị “{slug}” trong {root / 'units'}. {near or known}")
    laws = [entry.record for entry in store.of("law")]
    level = level_of(unit.kind, unit.parent)
    below = level == DISTRICT and any(one.parent == slug for one in units.values())
    return Receiver(
        title=f"{unit.kind or ''} {unit.name or slug}".strip(),
        levels=(level, COMMUNE) if below else (level,),
        also=also,
        day=store.effective_date() if store.of("site") else None,
        issued={law.number: law.issued for law in laws if law.number and law.issued},
    )
