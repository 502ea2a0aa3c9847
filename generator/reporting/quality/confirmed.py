"""How many of the values that citizens read are confirmed; completeness, in contrast, only measures that no part is
missing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.doubt import VALUES, Doubts
from generator.reporting.quality.facts import Facts


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A group of procedures in force; name is "" for all. sure: those of which every value is confirmed; old: those
    whose text is older than the edition, so that every value of it awaits confirmation; awaiting: number of procedures
    by value that awaits confirmation, in the order of VALUES."""

    name: str
    total: int
    sure: int
    old: int
    awaiting: dict[str, int]


def confirmed(facts: Facts) -> list[Confirmed]:
    """All procedures in force first, then each field by name."""
    return [_counted(name, [facts.doubts[entry.path] for entry in entries]) for name, entries in facts.by_field.items()]


def _counted(name: str, found: list[Doubts]) -> Confirmed:
    awaiting = {value: sum(doubts.of(value) is not None for doubts in found) for value in VALUES}
    old = sum(doubts.of_text is not None for doubts in found)
    return Confirmed(name, len(found), sum(not doubts for doubts in found), old, awaiting)
