"""Where a record of a plan lies: its year, the plan and the other records of that year."""

from __future__ import annotations

from generator.checks._engine.context import ValidationContext
from generator.loading.store import Entry


def year_of(entry: Entry) -> str:
    """`2023` for content/plan/2023/…; "" for what lies elsewhere."""
    return entry.path.partition("/plan/")[2].split("/")[0]


def of_year(world: ValidationContext, kind: str, year: str) -> list[Entry]:
    """The records of a kind in the plan's folder."""
    return [entry for entry in world.store.of(kind) if year_of(entry) == year]


def figures(record: object, *names: str) -> int | None:
    """The sum of these figures of a record; None while one is missing."""
    values = [getattr(record, name) for name in names]
    return None if any(value is None for value in values) else sum(values)
