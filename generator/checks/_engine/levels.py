"""The level of a body, by its name."""

from __future__ import annotations

import re

COMMITTEE = r"(?:UBND|[uủ][ỷy] ban nhân dân)\s+"
BODIES = {
    "cấp xã": re.compile(rf"\bcấp xã\b|{COMMITTEE}(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE),
    "cấp huyện": re.compile(
        rf"\bcấp huyện\b|(?:{COMMITTEE}|^\W*phòng [^,;(]{{2,40}}\b)(?:huyện|quận|thị xã)\b", re.IGNORECASE
    ),
    "cấp tỉnh": re.compile(rf"\bcấp tỉnh\b|{COMMITTEE}tỉnh\b|^\W*(?:giám đốc )?sở\b", re.IGNORECASE),
    "cấp bộ": re.compile(r"^\W*bộ (?!phận|chỉ huy)|^\W*bộ trưởng\b", re.IGNORECASE),
}


def levels_of(text: str) -> list[str]:
    """The levels of the bodies that an agency's name names, from the commune up."""
    return [level for level, body in BODIES.items() if body.search(text)]
