"""Working days by the dated holiday files: Monday to Friday, without days off, with days worked in exchange."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.schema.holidays import Holidays

ONE = dt.timedelta(days=1)


class WorkingDays:
    """Counting over the years for which there is a holiday file."""

    def __init__(self, years: Iterable[Holidays]) -> None:
        self.years: set[int] = set()
        self.off: set[dt.date] = set()
        self.worked: set[dt.date] = set()
        for record in years:
            if record.year is not None:
                self.years.add(record.year)
            self.off.update(day.date for day in record.days if day.date)
            self.worked.update(day.date for day in record.worked if day.date)

    def knows(self, *days: dt.date) -> bool:
        """True when there is a holiday file for every year named."""
        return all(day.year in self.years for day in days)

    def is_working(self, day: dt.date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def between(self, start: dt.date, end: dt.date) -> int:
        """Working days after `start` up to and without `end`; 0 when end is not after start."""
        count, day = 0, start + ONE
        while day < end:
            count += self.is_working(day)
            day += ONE
        return count

    def after(self, start: dt.date, count: int) -> dt.date:
        """The day on which a deadline of `count` working days ends, the day of filing not counted."""
        day = start
        while count > 0:
            day += ONE
            count -= self.is_working(day)
        return day
