"""Parses dates of the sources: epoch milliseconds and dates inside Vietnamese sentences."""

from __future__ import annotations

import datetime as dt
import re

# Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975; a fixed offset needs no time-zone database. In
# UTC, every date of the national database would be a day early (midnight in Việt Nam is 17:00 of the day before).
VIETNAM = dt.timezone(dt.timedelta(hours=7), "Asia/Ho_Chi_Minh")

_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_SPOKEN = re.compile(
    r"(?:ngày\s*+)?(\d{1,2})\s*+(?:/|-|\.|tháng)\s*+(\d{1,2})\s*+(?:/|-|\.|năm)\s*+(\d{4})(?!\d)", re.IGNORECASE
)


def from_epoch_ms(value: object) -> dt.date | None:
    """The date in Việt Nam of `value` milliseconds since 1970, or None when it is not a valid timestamp."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value:
        return None
    try:
        return dt.datetime.fromtimestamp(value / 1000, VIETNAM).date()
    except (OverflowError, OSError, ValueError):
        return None


def find_date(text: str) -> list[tuple[dt.date, int]]:
    """(date, offset) of every full date in a sentence: 27/12/2021, ngày 03 tháng 4 năm 2012, 2025-07-01."""
    found = []
    for match in _SPOKEN.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        try:
            found.append((dt.date(year, month, day), match.start()))
        except ValueError:
            continue
    for match in _ISO.finditer(text):
        try:
            found.append((dt.date.fromisoformat(match[0]), match.start()))
        except ValueError:
            continue
    return sorted(found, key=lambda one: one[1])


def without_dates(text: str) -> str:
    """`text` with a space for each full date."""
    return _ISO.sub(" ", _SPOKEN.sub(" ", text))
