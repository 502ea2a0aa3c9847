"""Names of days off: holidays from the dated files, Saturdays and Sundays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.schema.holidays import Holidays

WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


class DaysOff:
    """Callable that maps a day to the name of the day off, "" for a working day."""

    def __init__(self, years: Iterable[Holidays]) -> None:
        records = list(years)
        self.years = {record.year for record in records if record.year}
        self.names = {day.date: day.name or "ngày nghỉ lễ" for record in records for day in record.days if day.date}
        self.worked = {day.date for record in records for day in record.worked if day.date}

    def __call__(self, day: dt.date) -> str:
        if day in self.worked:
            return ""
        return self.names.get(day) or WEEKEND.get(day.weekday(), "")

    def knows(self, year: int) -> bool:
        """True if there is a holiday file for the year; without one only weekends are known."""
        return year in self.years
