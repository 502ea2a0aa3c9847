"""The reporting periods of a year, from the rule in the plan (II.11).

The rule of 2023: a quarter runs from day 15 of the month before it to day 14 of its last month, due on day 17 of that
month; the year runs from 15 December of the year before to 14 December, and the plan sets no deadline for its report.
A day that a month does not have (31 in June, 29 in February) means the month's last day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.schema.plan.plan import Reporting

QUARTERS = ("I", "II", "III", "IV")
# which month of a quarter is meant, counted from January of the year (0 is December of the year before)
MONTHS: dict[str | None, Callable[[int], int]] = {
    "tháng trước kỳ báo cáo": lambda quarter: 3 * quarter - 3,
    "tháng đầu quý": lambda quarter: 3 * quarter - 2,
    "tháng cuối quý": lambda quarter: 3 * quarter,
    "tháng sau kỳ báo cáo": lambda quarter: 3 * quarter + 1,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period; due: None if the plan sets no date; send_by: if the due day is a day off, the last working
    day before it, else None; off: name of that day off."""

    name: str
    start: dt.date
    end: dt.date
    due: dt.date | None
    send_by: dt.date | None = None
    off: str = ""


def periods(rule: Reporting, year: int, day_off: Callable[[dt.date], str] | None = None) -> list[Period]:
    """Four quarters and the year, or an empty list if the rule is incomplete. day_off: maps a day to the name of the
    day off, "" for a working day; by default every day is a working day."""
    quarter, result = rule.quarter, []
    if quarter and quarter.from_day and quarter.to_day and quarter.due_day:
        for number in range(1, 5):
            start = _day(
                year, MONTHS.get(quarter.from_month, MONTHS["tháng trước kỳ báo cáo"])(number), quarter.from_day
            )
            end = _day(year, MONTHS.get(quarter.to_month, MONTHS["tháng cuối quý"])(number), quarter.to_day)
            due = _day(year, MONTHS.get(quarter.due_month, MONTHS["tháng cuối quý"])(number), quarter.due_day)
            result.append(_period(f"Quý {QUARTERS[number - 1]}/{year}", start, end, due, day_off))
    if rule.year:
        first, last = day_of(rule.year.start, year), day_of(rule.year.end, year)
        if first and last:
            result.append(Period(f"Năm {year}", first, last, None))
    return result


def day_of(text: str | None, year: int) -> dt.date | None:
    """Parse `15/12 năm trước` or `14/12` in a year; None if it is not a day and month."""
    match = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})(\s+năm trước)?\s*", text or "")
    if not match or not 1 <= int(match[2]) <= 12 or not 1 <= int(match[1]) <= 31:
        return None
    return _day(year - bool(match[3]), int(match[2]), int(match[1]))


def _day(year: int, month: int, day: int) -> dt.date:
    """Month 0 is December of the year before, 13 is January of the next; the day is clamped to the month's end."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, max(1, min(day, calendar.monthrange(year, month)[1])))


def _period(name: str, start: dt.date, end: dt.date, due: dt.date, day_off: Callable[[dt.date], str] | None) -> Period:
    off = day_off(due) if day_off else ""
    before = due
    while off and day_off and day_off(before):
        before -= dt.timedelta(days=1)
    return Period(name, start, end, due, before if off else None, off)
