"""The content of a folder: its records, and the findings of the rules in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.build.artefact_cache import Artefact
from generator.build.content_store import ContentStore
from generator.checks._engine.context import WHOLE
from generator.checks._engine.dated_findings import DatedFindings
from generator.checks._engine.runner import ParallelMap, Reads, all_problems, check_days
from generator.checks._engine.suppressions import UNUSED
from generator.loading.folder import shown_path
from generator.loading.versions import has_versions
from generator.problem import ERROR, Problem
from generator.schema.kinds import BY_NAME
from generator.schema.packing import digest, dump

Identities = dict[str, tuple[bytes, bytes]]  # path → digest of its bytes, digest of all but the private texts
MIN_NEW = 20  # with fewer new artefacts the index is not written again: `check FILE` runs after each change


class LastCheck(NamedTuple):
    """The inputs and findings of a check. files: see Content.identities; kind_digests: see Content._kind_digests;
    problems: those that no artefact holds: of rules of scope `content`, and in records with versions; reads: the kinds
    of records that each of these rules read."""

    files: Identities
    kind_digests: dict[str, bytes]
    problems: list[Problem]
    reads: Reads


@dataclass(slots=True)
class Content:
    """The content on its days, that of the root first. store: all records, procedures as summaries; artefacts: by path,
    in path order; read_at: time (ns) before they were read; unsaved: number of artefacts that the cached index
    lacks."""

    store: ContentStore
    days: list[dt.date]
    artefacts: dict[str, Artefact]
    read_at: int
    unsaved: int
    kind_digests: dict[str, bytes] = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        return self.days[0]

    @property
    def single_day(self) -> bool:
        """True if a single day is published and no record has versions."""
        return len(self.days) == 1 and not has_versions(self.store)

    @property
    def identities(self) -> Identities:
        """By path, what identifies each file, and all that others may see of it (no private texts)."""
        return {path: (row.file_state[2], row.records_digest) for path, row in self.artefacts.items()}

    def join_digest(self, problems: list[Problem]) -> bytes:
        """Identifies everything that the catalogues are joined from, after a check. The private texts of a procedure
        count only if an overlay is compared with it. problems: of the check; their lines do not count."""
        compared = {entry.record.code for entry in self.store.of("overlay")}
        rows = self.artefacts.items()
        whole = [(path, row.full_digest) for path, row in rows if row.code in compared or self.store.has_versions(row)]
        found = [(one.path, one.id, one.severity, one.message if one.severity == ERROR else "") for one in problems]
        return digest(dump((sorted(self.kind_digests.items()), whole, sorted(found))))

    def changed_since(self, last: Identities) -> set[str]:
        """The files that are new or whose bytes changed."""
        return {path for path, row in self.artefacts.items() if path not in last or row.file_state[2] != last[path][0]}

    def looks_changed_since(self, last: Identities) -> bool:
        """True if others may see anything else of the files than then."""
        return {path: seen for path, (_, seen) in self.identities.items()} != {
            path: seen for path, (_, seen) in last.items()
        }

    def check(self, map_parallel: ParallelMap | None = None, last: LastCheck | None = None) -> list[Problem]:
        """All problems, sorted. map_parallel: see runner.check; used where records are checked as of several days;
        last: the last check on these days. Only rules that might find something else than then run again."""
        self.kind_digests = self._kind_digests()
        map_parallel = None if self.single_day else map_parallel
        if last is None or last.kind_digests.get("") != self.kind_digests[""]:
            self.reads = {}
            return self._found(None, frozenset(), map_parallel, self.reads)
        self.reads = {id: set(kinds) for id, kinds in last.reads.items()}
        changed = self.changed_since(last.files)
        old, new = last.kind_digests, self.kind_digests
        kinds = {kind for kind in new.keys() | old if new.get(kind) != old.get(kind)}
        versioned = self._versioned_files()
        files = {file for path in changed for file in self._checked_with(self.artefacts[path])}
        if kinds:
            files |= versioned
        noted = kinds | ({WHOLE} if changed else set())
        rules = {id for id, read in last.reads.items() if not read.isdisjoint(noted)}
        if rules:  # only when all rules ran is it known which suppressions are unused
            kinds_with = [name for name in self.store.kinds() if "suppressions" in BY_NAME[name].model.declared]
            entries = (entry for kind in kinds_with for entry in self.store.of(kind))
            files |= {entry.path for entry in entries if entry.record.suppressions}
        unchanged, content_rules = set(map(self.display_path, self.artefacts)) - files, {UNUSED, *last.reads}
        kept = [one for one in last.problems if one.path in unchanged and one.id not in rules]
        kept = [one for one in kept if one.id in content_rules or one.path in versioned]
        return self._found(files, rules, map_parallel, self.reads, kept)

    def as_last_check(self, problems: list[Problem]) -> LastCheck:
        """This check as the next one needs it. problems: its findings."""
        content_rules, versioned = {UNUSED, *self.reads}, self._versioned_files()
        kept = [one for one in problems if one.id in content_rules or one.path in versioned]
        return LastCheck(self.identities, self.kind_digests, kept, self.reads)

    def _versioned_files(self) -> set[str]:
        """The files, as in messages, of records that are or have a version: they are checked whole, as of each day."""
        return {self.display_path(row.path) for row in self.artefacts.values() if self.store.has_versions(row)}

    def _checked_with(self, row: Artefact) -> set[str]:
        """The files, as in messages, to check again when this one changes: itself and those of its versions."""
        return {self.display_path(row.path), *self.store.versions_with(row)}

    def _kind_digests(self) -> dict[str, bytes]:
        """By kind, what identifies its records as far as other records' rules see them; under "" the rest that they
        see: the days, files that hold no record, files that could not be read."""
        parts: dict[str, list[Any]] = {"": [[day.toordinal() for day in self.days], sorted(self.store.unread)]}
        for path, row in self.artefacts.items():
            parts.setdefault(row.kind, []).append(
                (path, row.records_digest, row.keys) if row.kind else (path, row.file_state[2])
            )
        return {kind: digest(dump(rows)) for kind, rows in parts.items()}

    def check_files(self, paths: Iterable[str]) -> list[Problem]:
        """The problems of these files, by path below the content folder, as in a check of everything."""
        named = {self.display_path(path): self.artefacts.get(path) for path in paths}
        shown = set(named)
        found = self._found(shown, read=self.store.problems_in(shown, filter(None, named.values())))
        return [problem for problem in found if problem.path in shown]

    def _found(
        self,
        files: set[str] | None,
        rules: Set[str] = frozenset(),
        map_parallel: ParallelMap | None = None,
        reads: Reads | None = None,
        earlier: Sequence[Problem] = (),
        read: Sequence[Problem] | None = None,
    ) -> list[Problem]:
        """The findings of the rules with the problems from reading; saves what the cache lacks. files, rules, reads:
        see check_days; earlier: findings of the last check that still hold; read: see all_problems."""
        positions, cache = self._position_count(), self.store.cache
        dated = DatedFindings(cache.dated, self._displayed_sums)
        found = [*earlier, *check_days(self.store, self.days, map_parallel, files, rules, reads, dated)]
        found = all_problems(self.store, found, read)
        if files is None:
            self.store.forget_shared()
        if self.unsaved >= (MIN_NEW if cache.saved_at else 1) or self._position_count() > positions:
            cache.save(self.read_at)
            self.unsaved = 0
        cache.save_dated(dated)
        return found

    def _displayed_sums(self) -> dict[str, bytes]:
        """The digest of each file's bytes, by its path in messages."""
        return {self.display_path(path): row.file_state[2] for path, row in self.artefacts.items()}

    def _position_count(self) -> int:
        return sum(len(row.positions) for row in self.artefacts.values())

    def display_path(self, path: str) -> str:
        """The path of a file as in messages."""
        return shown_path(self.store.reader.content, path)
