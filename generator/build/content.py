"""A content folder that was read: its records, and what the rules find in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from generator.build.artefact_cache import Artefact
from generator.build.content_store import ContentStore
from generator.build.dated_cache import load_dated, save_dated
from generator.checks._engine.context import WHOLE
from generator.checks._engine.dated_findings import DatedFindings
from generator.checks._engine.runner import ParallelMap, Reads, check_days, of_all
from generator.checks._engine.suppressions import UNUSED
from generator.loading.folder import shown_path
from generator.loading.versions import has_versions
from generator.problem import ERROR, Problem
from generator.schema.packing import digest, dump

Identities = dict[str, tuple[bytes, bytes]]  # path → digest of its bytes, of what else than private texts is known
MIN_NEW = 20  # artefacts that are worth writing the index for: `check FILE` after each change need not


class LastCheck(NamedTuple):
    """What a check was made of and what it found. files: see Content.identities; sums: of each kind, see Content._sums;
    problems: those that the store does not know: of rules of scope `content`, and of records with versions; reads:
    kinds that each of these rules read."""

    files: Identities
    sums: dict[str, bytes]
    problems: list[Problem]
    reads: Reads


@dataclass(slots=True)
class Content:
    """The content on its days, the first of them that of the root. store: all records, procedures as summaries;
    artefacts: by path, in path order; read_at: time (ns) before they were read; unsaved: how many are not in the
    cache yet."""

    store: ContentStore
    days: list[dt.date]
    artefacts: dict[str, Artefact]
    read_at: int
    unsaved: int
    sums: dict[str, bytes] = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        return self.days[0]

    @property
    def single_day(self) -> bool:
        """A single day is published and no record has versions."""
        return len(self.days) == 1 and not has_versions(self.store)

    @property
    def identities(self) -> Identities:
        """What identifies each file, and what is known of it besides private texts, by path."""
        return {path: (row.file_state[2], row.sum) for path, row in self.artefacts.items()}

    def join_digest(self, problems: list[Problem]) -> bytes:
        """Identifies everything that the catalogues are joined from, after a check; of a procedure no private text,
        unless an overlay is compared with it. problems: of the check; their lines do not count."""
        compared = {entry.record.code for entry in self.store.of("overlay")}
        rows = self.artefacts.items()
        whole = [(path, row.full_sum) for path, row in rows if row.named[0] in compared or self.store.has_versions(row)]
        found = [(one.path, one.id, one.severity, one.message if one.severity == ERROR else "") for one in problems]
        return digest(dump((sorted(self.sums.items()), whole, sorted(found))))

    def changed_since(self, last: Identities) -> set[str]:
        """The files that are new or whose bytes changed."""
        return {path for path, row in self.artefacts.items() if path not in last or row.file_state[2] != last[path][0]}

    def check(self, map_parallel: ParallelMap | None = None, last: LastCheck | None = None) -> list[Problem]:
        """All problems, sorted. map_parallel: see runner.check; used where records are checked as of several days;
        last: the last check on these days. What no rule would find otherwise than then is not looked for again."""
        self.sums = self._sums()
        map_parallel = None if self.single_day else map_parallel
        if last is None or last.sums.get("") != self.sums[""]:
            self.reads = {}
            return self._found(None, frozenset(), map_parallel, self.reads)
        self.reads = {id: set(kinds) for id, kinds in last.reads.items()}
        changed = self.changed_since(last.files)
        kinds = {kind for kind in self.sums.keys() | last.sums if self.sums.get(kind) != last.sums.get(kind)}
        several = self._several_days()
        files = {shown for path in changed for shown in self._found_with(self.artefacts[path])}
        if kinds:
            files |= several
        noted = kinds | ({WHOLE} if changed else set())
        rules = {id for id, read in last.reads.items() if not read.isdisjoint(noted)}
        if rules:  # whether a suppression is needed is known when all rules ran
            files |= {entry.path for entry in self.store.all() if getattr(entry.record, "suppressions", None)}
        later, here = {UNUSED, *last.reads}, set(map(self.display_path, self.artefacts)) - files
        kept = [one for one in last.problems if one.path in here and one.id not in rules]
        kept = [one for one in kept if one.id in later or one.path in several]
        return self._found(files, rules, map_parallel, self.reads, kept)

    def as_last_check(self, problems: list[Problem]) -> LastCheck:
        """What the next check needs of this one. problems: that it found."""
        later, several = {UNUSED, *self.reads}, self._several_days()
        return LastCheck(
            self.identities, self.sums, [one for one in problems if one.id in later or one.path in several], self.reads
        )

    def _several_days(self) -> set[str]:
        """The files, as in messages, of records that are, or have, a version: checked whole, as of each day."""
        return {self.display_path(row.path) for row in self.artefacts.values() if self.store.has_versions(row)}

    def _found_with(self, row: Artefact) -> set[str]:
        """The files, as in messages, in which something else may be found when this one changes: itself and those of
        its versions."""
        return {self.display_path(row.path), *self.store.versions_with(row)}

    def _sums(self) -> dict[str, bytes]:
        """By kind what identifies its records as far as rules see them; under "" what else they see: days, other files,
        those that could not be read."""
        parts: dict[str, list[Any]] = {"": [[day.toordinal() for day in self.days], sorted(self.store.unread)]}
        for path, row in self.artefacts.items():
            parts.setdefault(row.kind, []).append((path, row.sum, row.keys) if row.kind else (path, row.file_state[2]))
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
        """files, rules, reads: see check_days; earlier: what the last check found and holds still; read: see of_all."""
        places, cache = self._places(), self.store.cache
        dated = DatedFindings(partial(load_dated, cache), self._displayed_sums)
        found = [*earlier, *check_days(self.store, self.days, map_parallel, files, rules, reads, dated)]
        found = of_all(self.store, found, read)
        if files is None:
            self.store.forget_shared()
        if self.unsaved >= (MIN_NEW if cache.saved_at else 1) or self._places() > places:
            cache.save(self.read_at)
            self.unsaved = 0
        save_dated(cache, dated)
        return found

    def _displayed_sums(self) -> dict[str, bytes]:
        """The digest of each file's bytes, by its path in messages."""
        return {self.display_path(path): row.file_state[2] for path, row in self.artefacts.items()}

    def _places(self) -> int:
        return sum(len(row.places) for row in self.artefacts.values())

    def display_path(self, path: str) -> str:
        """The path of a file as in messages."""
        return shown_path(self.store.reader.content, path)
