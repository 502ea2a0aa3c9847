"""Completeness of the posting, counted two ways (QĐ 766/QĐ-TTg formula 1.3; NĐ 63/2010 Đ8 k2 i).

The national measure counts parts a–g of NĐ 63/2010 Đ8 k2. Ours also requires the result, explicit forms, result
templates, conditions and fees, papers with counts, actors, bases, place and hours: no error of the rules that
implement checks L01–L05.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks._engine.rule import all_rules
from generator.reporting.quality.facts import Facts
from generator.schema.procedure_summary import PARTS

CHECKS = {"L01", "L02", "L03", "L04", "L05"}


@dataclass(frozen=True, slots=True)
class Completeness:
    """Number of complete procedures in a group; name is "" for all."""

    name: str
    total: int
    national: int
    ours: int

    def percent(self, count: int) -> float:
        """One decimal; 100 for an empty group."""
        return round(100 * count / self.total, 1) if self.total else 100.0


def completeness(facts: Facts) -> list[Completeness]:
    """All procedures in force first, then each field by name."""
    wanted = frozenset(rule.id for rule in all_rules() if CHECKS & set(rule.checks))
    whole = {entry.path for entry in facts.in_force if not any(facts.lacks(entry, wanted))}
    return [
        Completeness(
            name,
            total=len(entries),
            national=sum(not entry.record.missing for entry in entries),
            ours=sum(entry.path in whole for entry in entries),
        )
        for name, entries in facts.by_field.items()
    ]


def lacking(facts: Facts) -> dict[str, int]:
    """Label of each part a–g → number of procedures in force without it."""
    return {
        f"{letter}) {label}": sum(letter in entry.record.missing for entry in facts.in_force)
        for letter, label, _ in PARTS
    }
