"""The reporting periods of a year, from the rule in the plan (II.11).

Quarter: from day 15 of the month before the period to day 14 of its last month, due on day 17 of that month.
Year: from 15 December of the year before to 14 December; the plan sets no own deadline for the year's report.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from generator.model.plan import Reporting


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period; due is None where the plan sets no date."""

    name: str
    start: dt.date
    end: dt.date
    due: dt.date | None


def periods(rule: Reporting, year: int) -> list[Period]:
    """Four quarters and the year, or an empty list when the rule is not complete."""
    quarter, found = rule.quarter, []
    if quarter and quarter.from_day and quarter.to_day and quarter.due_day:
        for number in range(1, 5):
            first, last = 3 * number - 2, 3 * number
            before = dt.date(year - 1, 12, 1) if first == 1 else dt.date(year, first - 1, 1)
            found.append(
                Period(
                    f"Quý {'I' * number if number < 4 else 'IV'}/{year}",
                    before.replace(day=quarter.from_day),
                    dt.date(year, last, quarter.to_day),
                    dt.date(year, last, quarter.due_day),
                )
            )
    if rule.year:
        start, end = _day_month(rule.year.start), _day_month(rule.year.end)
        if start and end:
            found.append(Period(f"Năm {year}", dt.date(year - 1, start[1], start[0]), dt.date(year, end[1], end[0]), None))
    return found


def _day_month(text: str | None) -> tuple[int, int] | None:
    match = re.match(r"\s*(\d{1,2})/(\d{1,2})", text or "")
    return (int(match[1]), int(match[2])) if match else None
