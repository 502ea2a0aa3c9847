"""Runs all rules over a store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.days import merged, runs
from generator.checks._engine.rule import Finding, Rule, all_rules
from generator.checks._engine.suppressions import suppressions_of, unused_suppressions
from generator.checks.site import site_missing
from generator.loading.store import Entry, Store
from generator.loading.versions import has_versions
from generator.problem import Problem

MAX_PER_RULE = 100  # reported findings of one rule in one record
Share = Callable[[Callable[[list[Any]], Any], list[Any]], list[Any]]


def check(store: Store, as_of: dt.date, share: Share | None = None, others: Sequence[dt.date] = ()) -> list[Problem]:
    """All problems of `store`, sorted: those found while reading and the findings of the rules, without suppressed
    ones. share: maps the check over batches of entries in several processes; others: further days the site
    publishes."""
    if others or has_versions(store):
        return of_all(store, _check_days(store, [as_of, *others], share))
    context = ValidationContext(store, as_of)
    entries = list(store.all())
    parts = share(lambda part: check_entries(part, context), entries) if share else [check_entries(entries, context)]
    return of_all(store, [problem for part in parts for problem in part])


def _check_days(store: Store, days: Sequence[dt.date], share: Share | None) -> list[Problem]:
    todo, contexts = runs(store, days)

    def work(part: list[int]) -> list[list[Problem]]:
        return [check_entries([todo[at].entry], contexts[todo[at].day]) for at in part]

    order = list(range(len(todo)))
    parts = share(work, order) if share else [work(order)]
    return merged(zip(todo, (problems for part in parts for problems in part), strict=True))


def of_all(store: Store, found: list[Problem]) -> list[Problem]:
    """`found` (problems of the entries) with those from reading and those of the store as a whole, sorted, without
    duplicates."""
    whole = site_missing.site_problems(store)
    named = {problem.path for problem in whole}  # a misplaced file is not reported twice
    others = [problem for problem in store.problems if not (problem.id == "TT-009" and problem.path in named)]
    return sorted({*others, *found, *whole})


def check_entries(entries: list[Entry], context: ValidationContext) -> list[Problem]:
    """The findings of the rules in these entries, and suppressions that are no longer needed."""
    problems: list[Problem] = []
    by_kind = _rules_by_kind()
    for entry in entries:
        suppressed = suppressions_of(entry)
        matched: set[str] = set()
        counts: dict[str, int] = {}
        for rule in by_kind.get(entry.kind.name, ()):
            if (entry.faulty or entry.lost) and any(map(entry.broken, rule.compares)):
                continue
            for item in rule.check(entry, context):  # type: ignore[misc]
                matched.add(rule.id)
                if rule.id not in suppressed and not _already_reported(entry, item):
                    count = counts[rule.id] = counts.get(rule.id, 0) + 1
                    if count <= MAX_PER_RULE:
                        problems.append(_problem(entry, rule, item))
        problems += [
            _more(entry, rule, counts[rule.id] - MAX_PER_RULE)
            for rule in by_kind.get(entry.kind.name, ())
            if counts.get(rule.id, 0) > MAX_PER_RULE
        ]
        problems += unused_suppressions(entry, suppressed, matched)
        entry.forget()
    return problems


@cache
def _rules_by_kind() -> dict[str, list[Rule]]:
    by_kind: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for kind in rule.kinds if rule.check else ():
            by_kind.setdefault(kind, []).append(rule)
    return by_kind


def _already_reported(entry: Entry, item: Finding) -> bool:
    """True if the parser reported a fault there: at that position, or under an unrecognised key."""
    if item.at:
        return item.at[0] in entry.faulty_lines
    return bool(entry.faulty or entry.lost) and entry.reported(item.path)


def _more(entry: Entry, rule: Rule, count: int) -> Problem:
    return entry.problem(
        rule.id, rule.severity, (), f"và {count} chỗ nữa như vậy", rule.law, "Sửa những chỗ đã kể rồi chạy lại."
    )


def _problem(entry: Entry, rule: Rule, item: Finding) -> Problem:
    severity, law = item.severity or rule.severity, item.law or rule.law
    if item.at:
        return Problem(entry.path, *item.at, rule.id, severity, item.message, law, item.hint)
    return entry.problem(rule.id, severity, item.path, item.message, law, item.hint, item.key)
