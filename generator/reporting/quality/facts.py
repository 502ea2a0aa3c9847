"""Input and row types of the reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.doubt import Doubts, doubts_of
from generator.catalogue.fates import has_ended, known_until
from generator.catalogue.views import WithheldView
from generator.checks._engine.runner import as_imported
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.summaries import summary_of
from generator.problem import ERROR, Problem
from generator.schema.law import Law
from generator.schema.lifecycle import state_of
from generator.schema.official_list import OfficialProcedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.text.alphabet import sort_key


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One procedure in a report. path: its file, "" when there is none; reason: a sentence for officers; note: what its
    editor wrote down."""

    code: str
    name: str
    path: str
    field: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report. key: for addresses and JSON; law: the article that requires it; note: its limitations."""

    key: str
    title: str
    law: str
    note: str
    lines: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class NationalComparison:
    """Result of a comparison with the national database. source: what was compared; each item is (code, name,
    words)."""

    source: str
    missing_here: Sequence[tuple[str, str, str]] = ()
    abolished_there: Sequence[tuple[str, str, str]] = ()
    different: Sequence[tuple[str, str, str]] = ()


@dataclass
class Facts:
    """The content on a day with all findings of the check; national: a comparison, None without one;
    withheld: procedures that the store lacks because they have errors; text_day: the day before which a text is older
    than the edition, None if that does not matter."""

    store: Store
    as_of: dt.date
    problems: Sequence[Problem]
    national: NationalComparison | None = None
    withheld: Sequence[WithheldView] = ()
    text_day: dt.date | None = None

    @cached_property
    def _by_path(self) -> dict[str, list[Problem]]:
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.path, []).append(problem)
        return found

    @cached_property
    def in_force(self) -> list[Entry]:
        """Procedures in force on the day, by code; what is known to have been replaced or abolished is not."""
        fates = {entry.record.code: entry.record for entry in self.store.of("fate")}
        days = [one.day for entry in self.store.of("site") for one in entry.record.editions if one.day]
        known = known_until(self.as_of, max(days, default=None))
        found = [
            entry
            for entry in map(summary_of, self.store.of("procedure"))
            if state_of(entry.record, self.as_of) == "in_force" and not has_ended(fates.get(entry.record.code), known)
        ]
        return sorted(found, key=lambda entry: (entry.record.code or "", entry.path))

    @cached_property
    def by_field(self) -> dict[str, list[Entry]]:
        """Name of the field → its procedures in force, by name; first all of them, under ""."""
        groups: dict[str, list[Entry]] = {"": self.in_force}
        for entry in self.in_force:
            groups.setdefault(entry.record.field_name or "Chưa phân lĩnh vực", []).append(entry)
        return {name: groups[name] for name in sorted(groups, key=sort_key)}

    @cached_property
    def by_code(self) -> dict[str, Entry]:
        return {entry.record.code: entry for entry in reversed(self.store.of("procedure")) if entry.record.code}

    @cached_property
    def official(self) -> dict[str, OfficialProcedure]:
        """The procedures of the official catalogue by code, of the newest list that names a code."""
        lists = sorted(self.store.of("official_list"), key=lambda entry: (entry.record.date or dt.date.min, entry.path))
        return {item.code: item for entry in lists for item in entry.record.procedures if item.code}

    @cached_property
    def laws(self) -> dict[str | None, Law]:
        return {entry.record.number: entry.record for entry in self.store.of("law")}

    @cached_property
    def doubts(self) -> dict[str, Doubts]:
        """What a reader of each procedure in force should ask about, by path."""
        found = {}
        for entry in self.in_force:
            old = self.text_day if self.text_day and (entry.since is None or entry.since <= self.text_day) else None
            found[entry.path] = doubts_of(entry.record, self.as_of, entry.since, old)
        return found

    def errors(self, path: str) -> Iterator[Problem]:
        """The errors of a file."""
        return (problem for problem in self._by_path.get(path, ()) if problem.severity == ERROR)

    def lacks(self, entry: Entry, ids: frozenset[str]) -> Iterator[Problem]:
        """The errors of a record of these rules; of one that is as imported also what is only a reminder because of
        that."""
        also = as_imported(entry)
        found = self._by_path.get(entry.path, ())
        return (problem for problem in found if problem.id in ids and (also or problem.severity == ERROR))


def report_row(entry: Entry, reason: str, note: str = "") -> ReportRow:
    """A ReportRow about a record of ours."""
    record: ProcedureSummary = entry.record
    return ReportRow(record.code or entry.stem, record.name or "", entry.path, record.field_name or "", reason, note)
