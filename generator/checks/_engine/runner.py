"""Run all rules over a store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding, Rule, all_rules
from generator.checks._engine.suppressions import suppressions_of, unused_suppressions
from generator.checks.site import site_missing
from generator.loading.store import Entry, Store
from generator.problem import Problem

MAX_PER_RULE = 100  # findings of one rule told of one record
Share = Callable[[Callable[[list[Entry]], list[Problem]], list[Entry]], list[list[Problem]]]


def check(store: Store, as_of: dt.date, share: Share | None = None) -> list[Problem]:
    """All problems of `store`: those found while reading and those the rules find, sorted, without those that an
    editor set aside with a reason and a date. share: calls the checking with parts of the entries, in several processes."""
    world = ValidationContext(store, as_of)
    entries = list(store.all())
    parts = share(lambda part: check_entries(part, world), entries) if share else [check_entries(entries, world)]
    return of_all(store, [problem for part in parts for problem in part])


def of_all(store: Store, found: list[Problem]) -> list[Problem]:
    """All problems of `store`, whose entries have those in `found`: with what is wrong with it as a whole, by place, none twice."""
    whole = site_missing.site_problems(store)
    named = {problem.path for problem in whole}  # a misplaced file is not reported twice
    others = [problem for problem in store.problems if not (problem.id == "TT-009" and problem.path in named)]
    return sorted({*others, *found, *whole})


def check_entries(entries: list[Entry], world: ValidationContext) -> list[Problem]:
    """What the rules find in these entries."""
    found: list[Problem] = []
    by_kind: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for kind in rule.kinds if rule.check else ():
            by_kind.setdefault(kind, []).append(rule)
    for entry in entries:
        aside = suppressions_of(entry)
        met: set[str] = set()
        times: dict[str, int] = {}
        for rule in by_kind.get(entry.kind.name, ()):
            if (entry.faulty or entry.lost) and any(map(entry.broken, rule.compares)):
                continue
            for item in rule.check(entry, world):  # type: ignore[misc]
                met.add(rule.id)
                if rule.id not in aside and not _said(entry, item):
                    told = times[rule.id] = times.get(rule.id, 0) + 1
                    if told <= MAX_PER_RULE:
                        found.append(_problem(entry, rule, item))
        found += [
            _more(entry, rule, times[rule.id] - MAX_PER_RULE)
            for rule in by_kind.get(entry.kind.name, ())
            if times.get(rule.id, 0) > MAX_PER_RULE
        ]
        found += unused_suppressions(entry, aside, met)
        entry.forget()
    return found


def _said(entry: Entry, item: Finding) -> bool:
    """Whether the reader has said it better: a fault at that place, or the part is there under a key that was not understood."""
    if item.at:
        return item.at[0] in entry.faulty_lines
    return bool(entry.faulty or entry.lost) and entry.told(item.path)


def _more(entry: Entry, rule: Rule, count: int) -> Problem:
    return entry.problem(
        rule.id, rule.severity, (), f"và {count} chỗ nữa như vậy", rule.law, "Sửa những chỗ đã kể rồi chạy lại."
    )


def _problem(entry: Entry, rule: Rule, item: Finding) -> Problem:
    severity, law = item.severity or rule.severity, item.law or rule.law
    if item.at:
        return Problem(entry.path, *item.at, rule.id, severity, item.message, law, item.hint)
    return entry.problem(rule.id, severity, item.path, item.message, law, item.hint, item.key)
