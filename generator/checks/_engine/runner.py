"""Runs the rules: those of scope `record` when a file is read, those of scope `content` over all records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence, Set
from typing import Any

from generator.checks._engine.context import RecordContext, ValidationContext
from generator.checks._engine.dated_findings import Dated, DatedFindings
from generator.checks._engine.days import merged, runs
from generator.checks._engine.rule import Finding, Rule, Scope, rules_for, rules_named
from generator.checks._engine.suppressions import WrittenSuppression, noted, suppressions_of, unused_suppressions
from generator.checks.site import site_missing
from generator.loading.entry import Entry
from generator.loading.national_content import for_readers
from generator.loading.store import Store
from generator.loading.versions import VERSIONED
from generator.problem import ERROR, WARNING, KeyPath, Problem, Severity
from generator.schema.kinds import kind_of
from generator.text.audience import by_audience, field, for_file

MAX_PER_RULE = 100  # reported findings of one rule in one record
Reads = dict[str, set[str]]  # kinds of records that a rule of scope `content` read, by the rule's identifier
ParallelMap = Callable[[Callable[[list[Any]], Any], list[Any]], list[Any]]


def check(
    store: Store, as_of: dt.date, map_parallel: ParallelMap | None = None, others: Sequence[dt.date] = ()
) -> list[Problem]:
    """All problems of `store`, sorted: those found while reading and the findings of the rules, without suppressed
    ones. map_parallel: maps the check over batches of entries in several processes; others: further days the site
    publishes."""
    return all_problems(store, check_days(store, [as_of, *others], map_parallel))


def check_days(
    store: Store,
    days: Sequence[dt.date],
    map_parallel: ParallelMap | None = None,
    paths: Set[str] | None = None,
    rules: Set[str] = frozenset(),
    reads: Reads | None = None,
    dated: DatedFindings | None = None,
) -> list[Problem]:
    """The findings of the rules in all records as of each of `days` (see days.py); rules of scope `record` are left out
    where the record was checked on its own before. paths: only the records of these files; in other files only the
    findings of these `rules` of scope `content`; reads: filled with the kinds of records that each rule of that scope
    read; dated: known findings in records with versions, to which new ones are added."""
    todo, contexts = runs(store, days, _kinds_to_check(paths, rules))
    checked_whole: Set[str] | None = None  # paths of the records in which all rules run; None for all records
    if paths is not None:
        checked_whole = {run.entry.path for run in todo if not paths.isdisjoint(run.entry.files)}
        kinds = _kinds_checked_by(rules)
        # on all days: an inherited value is reported once
        todo = [run for run in todo if run.entry.path in checked_whole or run.entry.kind.name in kinds]
    dated = dated or DatedFindings()

    def work(part: list[int]) -> tuple[list[list[Problem]], Reads, Dated]:
        noted: Reads = {}
        found = []
        for at in part:
            entry, context = todo[at].entry, contexts[todo[at].day]
            only = rules if checked_whole is not None and entry.path not in checked_whole else None
            found.append(check_entry(entry, context, only, noted, dated))
        return found, noted, dated.added

    order = list(range(len(todo)))
    parts = map_parallel(work, order) if map_parallel else [work(order)]
    if reads is not None:
        for _, noted, _ in parts:
            for id, kinds_read in noted.items():
                reads.setdefault(id, set()).update(kinds_read)
    for _, _, added in parts:
        dated.added |= added
    return merged(zip(todo, (problems for found, *_ in parts for problems in found), strict=True))


def _kinds_to_check(paths: Set[str] | None, rules: Set[str]) -> Set[str] | None:
    """The kinds of records that may have findings: those of these files, those whose versions they are, those of these
    rules; None for all kinds."""
    found = {kind.name if (kind := kind_of(path.partition("/")[2])) else "" for path in paths or ()}
    if paths is None or "" in found:
        return None
    found |= _kinds_checked_by(rules)
    return found | {name for pair in VERSIONED.items() if not found.isdisjoint(pair) for name in pair}


def _kinds_checked_by(rules: Set[str]) -> set[str]:
    """The kinds of records that these rules check."""
    return {kind for rule in rules_named(rules) for kind in rule.kinds}


def check_entry(
    entry: Entry,
    context: ValidationContext,
    only: Set[str] | None = None,
    reads: Reads | None = None,
    dated: DatedFindings | None = None,
) -> list[Problem]:
    """The findings of the rules in one record as of one day, and suppressions that are no longer needed. only: run only
    these rules of scope `content`; reads, dated: see check_days."""
    problems: list[Problem] = []
    matched, day, dated = entry.matched, context.as_of, dated or DatedFindings()
    if matched is None:
        problems, matched, entry.facts = dated.of(entry, day, lambda: check_record(entry, RecordContext(day)))
    found, more = _run("content", entry, context, only, reads)
    if only is None:
        found += unused_suppressions(entry, day, more | matched)
    entry.release_positions()
    return [*problems, *found]


def all_problems(store: Store, found: Iterable[Problem], read: Iterable[Problem] | None = None) -> list[Problem]:
    """`found` (problems of the entries) with those from reading and those of the store as a whole: sorted, without
    duplicates. read: the problems from reading to include, if not all."""
    whole = site_missing.site_problems(store)
    named = {problem.path for problem in whole}  # a misplaced file is not reported twice
    others = [
        problem
        for problem in (store.problems if read is None else read)
        if not (problem.id == "TT-009" and problem.path in named)
    ]
    return once_each(sorted(for_readers({*others, *found, *whole})))


def once_each(problems: Sequence[Problem]) -> list[Problem]:
    """`problems` without those of a rule that gives way to another one, which reports the same place as no less
    severe."""
    places: dict[tuple[str, int, int], dict[str, Severity]] = {}  # the severest finding of each rule
    for one in problems:
        rules = places.setdefault((one.path, one.line, one.column), {})
        rules[one.id] = min(one.severity, rules.get(one.id, one.severity))
    shared = {id for rules in places.values() if len(rules) > 1 for id in rules}
    gives_way_to = {rule.id: rule.gives_way_to for rule in rules_named(shared) if rule.gives_way_to}

    def is_repeated(one: Problem) -> bool:
        rules = places[one.path, one.line, one.column]
        return any(rules[other] <= one.severity for other in gives_way_to[one.id] if other in rules)

    return [one for one in problems if one.id not in gives_way_to or not is_repeated(one)]


def check_record(entry: Entry, context: RecordContext) -> tuple[list[Problem], frozenset[str], dict[str, Any]]:
    """The findings of the rules that need this record alone; the identifiers of the rules that found something; the
    facts that the content rules keep of the record."""
    problems, matched = _run("record", entry, context)
    rules = rules_for("content", entry.kind.name)
    facts = {rule.id: kept for rule in rules if rule.facts and (kept := rule.facts(entry))}
    entry.release_positions()
    return problems, frozenset(matched), facts


def _run(
    scope: Scope, entry: Entry, context: Any, only: Set[str] | None = None, reads: Reads | None = None
) -> tuple[list[Problem], set[str]]:
    """The problems, and the identifiers of the rules that found something, suppressed findings included, which are also
    `noted`. only: run only these rules."""
    problems: list[Problem] = []
    matched: set[str] = set()
    suppressions: list[WrittenSuppression] | None = None
    reported_at: dict[KeyPath, int] = {}  # where in `problems` a value is reported
    for rule in rules_for(scope, entry.kind.name):
        if only is not None and rule.id not in only:
            continue
        if reads is not None:
            context.store.reads = reads.setdefault(rule.id, set())
        if (entry.faulty or entry.misplaced) and any(map(entry.broken, rule.compares)):
            continue
        count = 0
        for item in rule.check(entry, context):  # type: ignore[misc]
            matched.add(rule.id)
            if suppressions is None:
                suppressions = suppressions_of(entry)
            if own := [one for one in suppressions if one.rule == rule.id]:
                said = for_file(item.message)
                matched.add(noted(rule.id, said))
                if any(one.covers(said, context.as_of) for one in own):
                    continue
                more = f"({field('bo_qua_kiem_tra')} bỏ qua lỗi có lời khác.)"
                item = item._replace(hint=f"{item.hint} {more}".lstrip())
            if not _already_reported(entry, item):
                problem, at = _problem(entry, rule, item), reported_at.get(item.path)
                if at is not None and not item.key and not item.at and _is_plain(entry, item.path):
                    problems[at] = min(problems[at], problem, key=lambda one: one.severity)
                    continue
                count += 1
                if count <= MAX_PER_RULE:
                    if not item.key and not item.at:
                        reported_at.setdefault(item.path, len(problems))
                    problems.append(problem)
        if count > MAX_PER_RULE:
            problems.append(_more(entry, rule, count - MAX_PER_RULE))
    return problems, matched


def _already_reported(entry: Entry, item: Finding) -> bool:
    """True if the parser reported a fault there: at that position, or under an unrecognised key."""
    if item.at:
        return item.at[0] in entry.faulty_lines
    return bool(entry.faulty or entry.misplaced) and entry.reported(item.path)


def _is_plain(entry: Entry, path: KeyPath) -> bool:
    """True if the value there is a number, a day or a choice: of such a value one finding is enough, the error."""
    value = next((value for place, _, value in entry.fields if place == path), None)
    return isinstance(value, int | dt.date) or isinstance(value, str) and " " not in value


def as_imported(entry: Entry) -> bool:
    """True if the record states that it still has the wording of its source, in which editors have not filled the
    gaps."""
    if entry.kind.name == "law":
        return bool(entry.record.source)
    verification = getattr(entry.record, "verification", None)
    return bool(verification and verification.wording)


def _more(entry: Entry, rule: Rule, count: int) -> Problem:
    return entry.problem(
        rule.id, rule.severity, (), f"và {count} chỗ nữa như vậy", rule.law, "Sửa những chỗ đã kể rồi chạy lại."
    )


def _problem(entry: Entry, rule: Rule, item: Finding) -> Problem:
    severity, law = item.severity or rule.severity, item.law or rule.law
    if item.open and severity == ERROR and as_imported(entry):
        severity = WARNING
    if item.at:
        message, hint, form = by_audience(item.message, item.hint)
        return Problem(entry.path, *item.at, rule.id, severity, message, law, hint, form=form)
    return entry.problem(rule.id, severity, item.path, item.message, law, item.hint, item.key)
