"""Dates as year-month-day where they can only mean one day (TT-013)."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

from generator.checks.fixes._parsed import replace, scalars
from generator.schema.dates import ISO_DAY, meant
from generator.schema.kinds import Kind

WHAT = "viết lại ngày theo dạng năm-tháng-ngày"


def mend(text: str, kind: Kind) -> str:
    for scalar in scalars(text, kind):
        if is_date(scalar.spec.annotation):
            day = certain(scalar.value)
            if day:
                text = replace(text, scalar, day)
    return text


def certain(text: str) -> str | None:
    """The day in ISO form when `text` is another form of one day only: 30/6/2023, 2023/6/30, ngày 6 tháng 7 năm 2023;
    6/7/2023 may be two."""
    if ISO_DAY.fullmatch(text):
        return None
    found = meant(text)
    return found.day if found.certain else None


def is_date(annotation: Any) -> bool:
    """True when a date may stand in a field of this type."""
    return annotation is dt.date or any(is_date(arg) for arg in get_args(annotation))
