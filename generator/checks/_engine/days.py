"""Decides which records are checked as of which day, when content has dated versions or the site publishes several
days.

Everything is checked for each published day. A version that holds on none of them is checked as of its own first day,
and a record whose first state holds on none of them as of the last day of that state. A finding in a part that a
version keeps from the one before points at the version: there it has to be mended. What has not come yet is reported
only if that holds on every day (Rule.every_day)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import counts_every_day
from generator.checks._engine.suppressions import UNUSED
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import MARK, VERSION_KINDS, VERSIONED, day_of, identity, resolve, versions_of
from generator.problem import Problem
from generator.schema.dates import iso_day
from generator.text.audience import joined, parted


class Run(NamedTuple):
    """One record to check as of one day."""

    entry: Entry
    day: dt.date


def runs(
    store: Store, days: Sequence[dt.date], kinds: Collection[str] | None = None
) -> tuple[list[Run], dict[dt.date, ValidationContext]]:
    """Every check to make, and the context of each day. days: those the site publishes, that of the root first; kinds:
    only records of these."""
    wanted = store.kinds() if kinds is None else kinds
    contexts = {day: ValidationContext(resolve(store, day), day) for day in days}
    found: list[Run] = []
    for at, day in enumerate(days):
        for kind in contexts[day].store.kinds():
            if kind in wanted and (not at or kind not in VERSION_KINDS):
                found += [Run(entry, day) for entry in contexts[day].store.of(kind)]
    unread = _unread_versions(store)
    if unread:  # from the day of a version that cannot be read, its record is not known
        found = [run for run in found if run.day < unread.get((run.entry.kind.name, run.entry.stem), dt.date.max)]
    own_days = sorted(set(_own_days(store, wanted, unread)))
    held = {(run.entry.path, run.entry.began) for run in found} if own_days else set()
    for day, path, since in own_days:
        if (path, since) in held:
            continue
        if day not in contexts:
            contexts[day] = ValidationContext(resolve(store, day), day)
        found += [
            Run(entry, day)
            for kind in VERSIONED
            if kind in wanted
            for entry in contexts[day].store.of(kind)
            if entry.path == path and entry.began == since
        ]
    return found, contexts


def _unread_versions(store: Store) -> dict[tuple[str, str], dt.date]:
    """The day of the first version that could not be read, by kind and file name of its record."""
    found: dict[tuple[str, str], dt.date] = {}
    for kind, versions in VERSIONED.items():
        for name in store.unread:
            stem, _, written = name.removeprefix(f"{versions}/").partition(MARK)
            if name.startswith(f"{versions}/") and (day := iso_day(written)):
                found[kind, stem] = min(day, found.get((kind, stem), day))
    return found


def _own_days(
    store: Store, kinds: Collection[str], unread: Mapping[tuple[str, str], dt.date]
) -> Iterator[tuple[dt.date, str, dt.date | None]]:
    """(day to check on, file of the record, first day of the version) of every known state of a record with
    versions. unread: see _unread_versions."""
    for kind in VERSIONED.keys() & set(kinds):
        known = versions_of(store, kind)
        for entry in store.of(kind) if known or unread else ():
            versions = known.get(identity(entry), [])
            end = unread.get((kind, entry.stem)) if unread else None
            days = [day for day in map(day_of, versions) if day and (not end or day < end)]
            if end and not days:
                yield end - dt.timedelta(days=1), entry.path, None
            if days:
                yield days[0] - dt.timedelta(days=1), entry.path, None
            yield from ((day, entry.path, day) for day in days)


def merged(found: Iterable[tuple[Run, list[Problem]]]) -> list[Problem]:
    """The problems of all runs without duplicates, each at the file that has to be corrected."""
    results = once_for_all_days(list(found))
    plain = {problem for run, problems in results if run.entry.version is None for problem in problems}
    unused = Counter(problem for _, problems in results for problem in problems if problem.id == UNUSED)
    times = Counter(run.entry.path for run, _ in results)
    kept = {problem for problem in plain if problem.id != UNUSED or unused[problem] == times[problem.path]}
    for run, problems in sorted(results, key=lambda item: item[0].entry.since or dt.date.min):
        for problem in problems:
            if run.entry.version is None or problem.id == UNUSED or problem in kept:
                continue
            kept.add(problem if problem.path in _own_files(run.entry) else _inherited(problem, run.entry))
    return sorted(kept)


def once_for_all_days(results: list[tuple[Run, list[Problem]]]) -> list[tuple[Run, list[Problem]]]:
    """`results` without findings that differ from one as of a later day only by naming the day; those of a rule that is
    `every_day` are left only if there is one for each day of the record, and then for the last."""
    if len({run.day for run, _ in results}) < 2:
        return results
    days: dict[tuple[Any, ...], set[dt.date]] = {}
    for run, problems in results:
        days.setdefault((run.entry.path, run.entry.base), set()).add(run.day)
        for problem in problems:
            if same := _apart_from_the_day(run, problem):
                days.setdefault(same, set()).add(run.day)

    def is_kept(run: Run, problem: Problem) -> bool:
        same = _apart_from_the_day(run, problem)
        if not same:
            return True
        every = days[run.entry.path, run.entry.base]
        return run.day == max(days[same]) and (days[same] == every or not counts_every_day(problem.id))

    return [(run, [problem for problem in problems if is_kept(run, problem)]) for run, problems in results]


def _apart_from_the_day(run: Run, problem: Problem) -> tuple[Any, ...]:
    """What is the same in such findings of one record; () if nothing in it depends on the day."""
    day = f"{run.day:%d/%m/%Y}"
    if counts_every_day(problem.id):
        said: tuple[str, ...] = ()
    elif day in problem.message or day in problem.hint:
        said = problem.message.replace(day, ""), problem.hint.replace(day, "")
    else:
        return ()
    return (run.entry.path, run.entry.base, problem.path, problem.line, problem.column, problem.id, *said)


def _own_files(entry: Entry) -> set[str]:
    """The file of the version itself; findings in older files are those of parts it kept."""
    return {entry.version.path} if entry.version else set()


def _inherited(problem: Problem, entry: Entry) -> Problem:
    assert entry.version is not None
    line, column = entry.version.locate(("ap_dung_tu",))

    def completed(message: str, hint: str) -> tuple[str, str]:
        message = f"{message} (phần giữ nguyên từ bản trước: {problem.path}:{problem.line})"
        return message, f"{hint} Nếu từ ngày này đã khác thì ghi lại cả phần ấy trong bản này.".strip()

    message, hint = completed(problem.message, problem.hint)
    form = joined(*completed(*parted(problem.form))) if problem.form else ""
    return Problem(
        entry.version.path, line, column, problem.id, problem.severity, message, problem.law, hint, form=form
    )
