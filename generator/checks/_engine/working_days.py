"""Working days: Monday to Friday without the holidays of the holiday files, plus compensatory working days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.schema.holidays import Holidays

ONE = dt.timedelta(days=1)


class WorkingDays:
    """Counts working days in the years that have a holiday file."""

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
        """True if there is a holiday file for the year of every day."""
        return all(day.year in self.years for day in days)

    def is_working(self, day: dt.date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def between(self, start: dt.date, end: dt.date) -> int:
        """Number of working days strictly between `start` and `end`; 0 if `end` is not after `start`."""
        count, day = 0, start + ONE
        while day < end:
            count += self.is_working(day)
            day += ONE
        return count

    def after(self, start: dt.date, count: int) -> dt.date:
        """The last day of a deadline of `count` working days; `start`, the day of filing, does not count."""
        day = start
        while count > 0:
            day += ONE
            count -= self.is_working(day)
        return day
