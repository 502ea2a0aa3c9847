"""The kinds of administrative units and their levels. Levels are those of procedures (cap_thuc_hien).

`thành phố` is a kind of two levels: one below a province is a district's equal, one without a parent a province's."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

COMMUNE, DISTRICT, PROVINCE = "cấp xã", "cấp huyện", "cấp tỉnh"
COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
DISTRICTS = ("huyện", "quận", "thị xã")
CITY = "thành phố"
NO_DISTRICTS = dt.date(2025, 7, 1)  # from this day on there are provinces and communes only (Luật 72/2025/QH15)
KINDS = (*COMMUNES, *DISTRICTS, CITY, "tỉnh")


def level_of(kind: str | None, parent: str | None) -> str:
    """The level of a unit of this kind; that of a commune if the kind is not known. parent: slug of the unit above."""
    if kind in DISTRICTS or (kind == CITY and parent):
        return DISTRICT
    return PROVINCE if kind in (CITY, "tỉnh") else COMMUNE


def usual_kind(kinds: Iterable[str]) -> str:
    """The word for communes of these kinds: the most frequent kind, the first of COMMUNES if several are; `xã` if there
    are none."""
    counts = Counter(kinds)
    return max(COMMUNES, key=lambda kind: counts[kind])


def desk_of(day: dt.date) -> tuple[str, str]:
    """The name of the place that receives dossiers on a day, in full and short (NĐ 118/2025 since July 2025)."""
    if day < NO_DISTRICTS:
        return "Bộ phận Một cửa", "Một cửa"
    return "Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công"
