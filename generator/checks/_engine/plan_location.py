"""The year folder of a plan record and the other records in it."""

from __future__ import annotations

import datetime as dt
import re

from generator.checks._engine.context import ValidationContext
from generator.loading.entry import Entry
from generator.loading.store import Store

MAX_TASKS = 1000  # a larger number is a slip
QUARTER = re.compile(r"(?<!\w)quý (III|II|IV|I|[1-4])(?:/| năm | )(20\d{2})(?!\d)", re.IGNORECASE)


def quarter_of(found: re.Match[str]) -> tuple[dt.date, dt.date]:
    """First and last day of a quarter that QUARTER found."""
    number = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(found[1].upper()) or int(found[1])
    year, first = int(found[2]), 3 * number - 2
    after = dt.date(year + first // 10, (first + 2) % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(days=1)


def year_of(entry: Entry) -> str:
    """`2023` for content/plan/2023/…, "" for any other path."""
    return entry.path.partition("/plan/")[2].split("/")[0]


def is_of_year(day: dt.date, year: str) -> bool:
    """True if what happened that day may belong to the plan of `year`: some of it begins the autumn before and ends
    the year after, or if the folder's year is not known (""). Of any other day TT-129 says so."""
    return not year or (int(year) - 1, 10) <= (day.year, day.month) <= (int(year) + 1, 12)


def of_year(context: ValidationContext, kind: str, year: str) -> list[Entry]:
    """The records of a kind in the folder of that year's plan."""
    return [entry for entry in context.store.of(kind) if year_of(entry) == year]


def tasks_unknown(store: Store, year: str) -> bool:
    """True if a task of that year's plan could not be read, has no number or is missing in the numbering: what refers
    to a task or to its area may then be right."""
    unnumbered = any(entry.record.number is None for entry in store.of("task") if year_of(entry) == year)
    return unnumbered or any(name.startswith("task/") for name in store.unread) or bool(missing_tasks(store, year))


def missing_tasks(store: Store, year: str) -> set[int]:
    """The numbers below the largest that no task of that year's plan has."""
    numbers = {entry.record.number or 0 for entry in store.of("task") if year_of(entry) == year}
    return set(range(1, min(max(numbers, default=0), MAX_TASKS))) - numbers


def figures(record: object, *names: str) -> int | None:
    """The sum of the named figures of a record, None if one is missing."""
    values = [getattr(record, name) for name in names]
    return None if any(value is None for value in values) else sum(values)
