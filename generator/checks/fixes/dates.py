"""Rewrites unambiguous dates as year-month-day (TT-013)."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from generator.checks.fixes._parsed import replace, scalars
from generator.schema.dates import ISO_DAY, meant
from generator.schema.kinds import Kind

FIXES = "TT-013"
ORDER = 5
DESCRIPTION = "viết lại ngày không thể hiểu nhầm"


def fix(text: str, kind: Kind) -> str:
    for scalar in scalars(text, kind):
        if _is_date(scalar.spec.annotation):
            day = certain(scalar.value)
            if day:
                text = replace(text, scalar, day)
    return text


def certain(text: str) -> str | None:
    """The ISO date if `text` is an unambiguous date in another form (30/6/2023, 2023/6/30, ngày 6 tháng 7 năm 2023),
    else None: 6/7/2023 may be two days."""
    if ISO_DAY.fullmatch(text):
        return None
    reading = meant(text)
    return reading.day if reading.certain else None


def _is_date(annotation: object) -> bool:
    """True if a field of this type accepts a date."""
    return annotation is dt.date or any(_is_date(arg) for arg in get_args(annotation))
