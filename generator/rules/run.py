"""Run all rules over a store."""

from __future__ import annotations

import datetime as dt

from generator.problem import Problem
from generator.reading.store import Entry, Store
from generator.rules.rule import Finding, Rule, all_rules
from generator.rules.suppress import set_aside, unused
from generator.rules.world import World


def check(store: Store, as_of: dt.date) -> list[Problem]:
    """All problems of `store`: those found while reading and those the rules find, sorted, without those that an
    editor set aside with a reason and a date."""
    world = World(store, as_of)
    found = list(store.problems)
    by_kind: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for kind in rule.kinds if rule.check else ():
            by_kind.setdefault(kind, []).append(rule)
    for entry in store.all():
        aside = set_aside(entry)
        met: set[str] = set()
        for rule in by_kind.get(entry.kind.name, ()):
            for item in rule.check(entry, world):  # type: ignore[misc]
                met.add(rule.id)
                if rule.id not in aside:
                    found.append(_problem(entry, rule, item))
        found += unused(entry, aside, met)
        entry.forget()
    return sorted(set(found))


def _problem(entry: Entry, rule: Rule, item: Finding) -> Problem:
    severity, law = item.severity or rule.severity, item.law or rule.law
    if item.at:
        return Problem(entry.path, *item.at, rule.id, severity, item.message, law, item.hint)
    return entry.problem(rule.id, severity, item.path, item.message, law, item.hint, item.key)
