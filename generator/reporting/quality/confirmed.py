"""How many of the values that citizens read are confirmed; completeness, in contrast, only measures that no part is
missing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.doubt import VALUES
from generator.reporting.quality.facts import Facts
from generator.text.alphabet import sort_key

NO_FIELD = "Chưa phân lĩnh vực"


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
    groups: dict[str, list[str]] = {"": []}
    for entry in facts.in_force:
        groups[""].append(entry.path)
        groups.setdefault(entry.record.field_name or NO_FIELD, []).append(entry.path)
    return [_counted(name, groups[name], facts) for name in sorted(groups, key=sort_key)]


def _counted(name: str, paths: list[str], facts: Facts) -> Confirmed:
    found = [facts.doubts[path] for path in paths]
    awaiting = {value: sum(doubts.of(value) is not None for doubts in found) for value in VALUES}
    old = sum(doubts.of_text is not None for doubts in found)
    return Confirmed(name, len(found), sum(not doubts for doubts in found), old, awaiting)
