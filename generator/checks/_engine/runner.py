"""Runs the rules: those of scope `record` where a file is read, those of scope `content` over everything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from generator.checks._engine.context import RecordContext, ValidationContext
from generator.checks._engine.rule import Finding, Rule, Scope, all_rules
from generator.checks._engine.suppressions import suppressions_of, unused_suppressions
from generator.checks.site import site_missing
from generator.loading.store import Entry, Store
from generator.loading.summaries import with_summaries
from generator.problem import Problem

MAX_PER_RULE = 100  # reported findings of one rule in one record
Share = Callable[[Callable[[list[Entry]], list[Any]], list[Entry]], list[list[Any]]]


def check(store: Store, as_of: dt.date, share: Share | None = None) -> list[Problem]:
    """All problems of `store`, sorted: those found while reading and the findings of the rules, without suppressed
    ones. share: maps the check over batches of entries in several processes."""
    entries, context = list(store.all()), RecordContext(as_of)

    def of_batch(batch: list[Entry]) -> list[tuple[list[Problem], frozenset[str], dict[str, Any]]]:
        return [check_record(entry, context) for entry in batch]

    parts = share(of_batch, entries) if share else [of_batch(entries)]
    problems: list[Problem] = []
    for entry, (found, matched, facts) in zip(entries, (item for part in parts for item in part), strict=True):
        problems += found
        entry.matched, entry.facts = matched, facts
    return of_all(store, [*problems, *check_content(with_summaries(store), as_of)])


def of_all(store: Store, found: Iterable[Problem]) -> list[Problem]:
    """`found` (problems of the entries) with those from reading and those of the store as a whole, sorted, without
    duplicates."""
    whole = site_missing.site_problems(store)
    named = {problem.path for problem in whole}  # a misplaced file is not reported twice
    others = [problem for problem in store.problems if not (problem.id == "TT-009" and problem.path in named)]
    return sorted({*others, *found, *whole})


def check_record(entry: Entry, context: RecordContext) -> tuple[list[Problem], frozenset[str], dict[str, Any]]:
    """The findings of the rules that need this record alone; the identifiers of the rules that found something; what
    the other rules keep of the record."""
    problems, matched = _run("record", entry, context)
    facts = {rule.id: kept for rule in _rules("content", entry.kind.name) if rule.facts and (kept := rule.facts(entry))}
    entry.forget()
    return problems, frozenset(matched), facts


def check_content(store: Store, as_of: dt.date, entries: Iterable[Entry] | None = None) -> list[Problem]:
    """The findings of the rules that look at the rest of the content, and suppressions that are no longer needed, in
    all entries of `store` (or only in these). Every entry was checked alone before."""
    context = ValidationContext(store, as_of)
    problems: list[Problem] = []
    for entry in store.all() if entries is None else entries:
        found, matched = _run("content", entry, context)
        problems += found
        if suppressed := suppressions_of(entry):
            problems += unused_suppressions(entry, suppressed, matched | entry.matched)
        entry.forget()
    return problems


@cache
def _rules(scope: Scope, kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.check and rule.scope == scope and kind in rule.kinds)


def _run(scope: Scope, entry: Entry, context: Any) -> tuple[list[Problem], set[str]]:
    """The problems, and the identifiers of the rules that found something, suppressed or not."""
    problems: list[Problem] = []
    matched: set[str] = set()
    suppressed: dict[str, int] | None = None
    for rule in _rules(scope, entry.kind.name):
        if (entry.faulty or entry.lost) and any(map(entry.broken, rule.compares)):
            continue
        count = 0
        for item in rule.check(entry, context):  # type: ignore[misc]
            matched.add(rule.id)
            if suppressed is None:
                suppressed = suppressions_of(entry)
            if rule.id not in suppressed and not _already_reported(entry, item):
                count += 1
                if count <= MAX_PER_RULE:
                    problems.append(_problem(entry, rule, item))
        if count > MAX_PER_RULE:
            problems.append(_more(entry, rule, count - MAX_PER_RULE))
    return problems, matched


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
