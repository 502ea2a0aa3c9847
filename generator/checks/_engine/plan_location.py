"""The year folder of a plan record and the other records in it."""

from __future__ import annotations

from generator.checks._engine.context import ValidationContext
from generator.loading.store import Entry


def year_of(entry: Entry) -> str:
    """`2023` for content/plan/2023/…, "" for any other path."""
    return entry.path.partition("/plan/")[2].split("/")[0]


def of_year(context: ValidationContext, kind: str, year: str) -> list[Entry]:
    """The records of a kind in the folder of that year's plan."""
    return [entry for entry in context.store.of(kind) if year_of(entry) == year]


def figures(record: object, *names: str) -> int | None:
    """The sum of the named figures of a record, None if one is missing."""
    values = [getattr(record, name) for name in names]
    return None if any(value is None for value in values) else sum(values)
