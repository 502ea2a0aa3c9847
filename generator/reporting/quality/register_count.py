"""How many procedures of the official register are posted, level by level."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reporting.quality.facts import Facts

LEVELS = ("cấp xã", "cấp huyện")  # what a site of a district or commune publishes


@dataclass(frozen=True, slots=True)
class LevelCount:
    """One level. official: procedures of it in the register, None if the register does not cover the level; posted:
    those of them that are posted, without a register all posted of the level; outside: posted, not in the register."""

    level: str
    official: int | None
    posted: int
    outside: int


def count_levels(facts: Facts) -> list[LevelCount]:
    """A count for each level that the register covers or that a procedure in force has."""
    lists = [entry.record for entry in facts.store.of("official_list")]
    covered = {
        level
        for one in lists
        for level in (one.complete_levels or {level for item in one.procedures for level in item.levels})
    }
    found = []
    for level in LEVELS:
        posted = [entry for entry in facts.in_force if level in entry.record.levels]
        listed = [code for code, item in facts.official.items() if level in item.levels]
        outside = sum(entry.record.code not in facts.official for entry in posted)
        if level in covered:
            found.append(LevelCount(level, len(listed), sum(code in facts.by_code for code in listed), outside))
        elif posted:
            found.append(LevelCount(level, None, len(posted), outside))
    return found
