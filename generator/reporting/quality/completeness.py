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
from generator.text.alphabet import sort_key

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
    counted: dict[str, list[int]] = {"": [0, 0, 0]}
    for entry in facts.in_force:
        national = not entry.record.missing
        ours = not any(facts.lacks(entry, wanted))
        for name in ("", entry.record.field_name or "Chưa phân lĩnh vực"):
            row = counted.setdefault(name, [0, 0, 0])
            row[0] += 1
            row[1] += national
            row[2] += ours
    return [Completeness(name, *counted[name]) for name in sorted(counted, key=sort_key)]


def lacking(facts: Facts) -> dict[str, int]:
    """Label of each part a–g → number of procedures in force without it."""
    return {
        f"{letter}) {label}": sum(letter in entry.record.missing for entry in facts.in_force)
        for letter, label, _ in PARTS
    }
