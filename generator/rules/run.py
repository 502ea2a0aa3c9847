"""Run all rules over a store."""

from __future__ import annotations

import datetime as dt

from generator.problem import Problem
from generator.reading.store import Store
from generator.rules.rule import Rule, all_rules
from generator.rules.world import World


def check(store: Store, as_of: dt.date) -> list[Problem]:
    """All problems of `store`: those found while reading and those the rules find, sorted."""
    world = World(store, as_of)
    found = list(store.problems)
    by_kind: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for kind in rule.kinds if rule.check else ():
            by_kind.setdefault(kind, []).append(rule)
    for entry in store.all():
        for rule in by_kind.get(entry.kind.name, ()):
            for item in rule.check(entry, world):  # type: ignore[misc]
                found.append(
                    entry.problem(rule.id, item.severity or rule.severity, item.path, item.message, item.law or rule.law, item.hint, item.key)
                )
    return sorted(set(found))
