"""Parses dates of the sources: epoch milliseconds and dates inside Vietnamese sentences."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

# Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975; a fixed offset needs no time-zone database. In
# UTC, every date of the national database would be a day early (midnight in Việt Nam is 17:00 of the day before).
VIETNAM = dt.timezone(dt.timedelta(hours=7), "Asia/Ho_Chi_Minh")

_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_SPOKEN = re.compile(
    r"(?:ngày\s*+)?(?P<day>\d{1,2})\s*+(?:/|-|\.|tháng)\s*+(?P<month>\d{1,2})\s*+(?:/|-|\.|năm)\s*+(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
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
    for pattern in (_SPOKEN, _ISO):
        for match in pattern.finditer(text):
            with suppress(ValueError):
                found.append((dt.date(*(int(match[part]) for part in ("year", "month", "day"))), match.start()))
    return sorted(found, key=lambda one: one[1])


def without_dates(text: str) -> str:
    """`text` with a space for each full date."""
    return _ISO.sub(" ", _SPOKEN.sub(" ", text))
