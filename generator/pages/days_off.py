"""The official days off of a year, as people say them: days in a row are one entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages import formatting
from generator.schema.holidays import DayOff, Holidays

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Break:
    """Days off in a row. names: each once, without what tells one day from the next."""

    first: dt.date
    last: dt.date
    names: tuple[str, ...]

    @property
    def days(self) -> str:
        """The days in words."""
        ends = [formatting.date(day) for day in (self.first, self.last)]
        return " đến ".join(dict.fromkeys(ends))


@dataclass(frozen=True, slots=True)
class YearOff:
    """The days off of one year, in order; worked: those that are worked instead; source: the document that says so."""

    year: int
    breaks: tuple[Break, ...]
    worked: tuple[dt.date, ...]
    source: str


def years_off(records: Sequence[Holidays], year: int) -> list[YearOff]:
    """`year` and the next one, of those that have a list."""
    found = (one for one in records if one.year in (year, year + 1))
    return sorted((_of_year(one) for one in found), key=lambda one: one.year)


def _of_year(record: Holidays) -> YearOff:
    worked = tuple(sorted(one.date for one in record.worked if one.date))
    return YearOff(record.year or 0, _breaks(record.days), worked, record.source or "")


def _breaks(days: Sequence[DayOff]) -> tuple[Break, ...]:
    found: list[Break] = []
    for day, whole in sorted((one.date, one.name or "") for one in days if one.date):
        name = whole.partition(" (")[0]  # “Tết Nguyên đán (mùng 1)”
        before = found[-1] if found and day - found[-1].last <= A_DAY else None
        if before:
            names = before.names if name in before.names else (*before.names, name)
            found[-1] = Break(before.first, day, names)
        else:
            found.append(Break(day, day, (name,)))
    return tuple(found)
