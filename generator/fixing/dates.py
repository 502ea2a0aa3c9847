"""Dates as year-month-day where they can only mean one day (TT-013)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, get_args

from generator.fixing.parsed import replace, scalars
from generator.model.kinds import Kind

WHAT = "viết lại ngày theo dạng năm-tháng-ngày"


def mend(text: str, kind: Kind) -> str:
    for scalar in scalars(text, kind):
        if is_date(scalar.spec.annotation):
            day = certain(scalar.value)
            if day:
                text = replace(text, scalar, day)
    return text


def certain(text: str) -> str | None:
    """The day in ISO form when `text` is another form of one day only: 30/6/2023, 2023/6/30; 6/7/2023 may be two."""
    year_first = re.fullmatch(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})", text)
    day_first = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", text)
    if year_first:
        year, month, day = map(int, year_first.groups())
    elif day_first:
        day, month, year = map(int, day_first.groups())
        if day <= 12 and day != month:
            return None
    else:
        return None
    try:
        found = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    return None if found == text else found


def is_date(annotation: Any) -> bool:
    """True when a date may stand in a field of this type."""
    return annotation is dt.date or any(is_date(arg) for arg in get_args(annotation))
