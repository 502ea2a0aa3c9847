"""Reads a content folder: the cached artefacts of the files that did not change, new ones of the others."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from generator.build.artefacts import SUMMARISED, Artefact, ArtefactCache, ArtefactReader
from generator.build.content_store import ContentStore
from generator.build.dated_cache import load_dated, save_dated
from generator.checks._engine.context import WHOLE
from generator.checks._engine.dated_findings import DatedFindings
from generator.checks._engine.runner import ParallelMap, Reads, check_days, of_all
from generator.checks._engine.suppressions import UNUSED
from generator.io.input_hashes import mtime_is_trustworthy, walk
from generator.io.regular_file import is_regular
from generator.loading.decoding import read_source
from generator.loading.file_names import record_kind
from generator.loading.folder import list_content, read_file, shown_path
from generator.loading.national_content import source_of
from generator.loading.store import Store
from generator.loading.versions import has_versions
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.problem import ERROR, Problem
from generator.schema.kinds import BY_NAME
from generator.schema.packing import digest, dump

BatchMap = Callable[[Callable[[list[Any]], Any], Sequence[Any], int], list[Any]]
Identities = dict[str, tuple[bytes, bytes]]  # path → digest of its bytes, of what else than private texts is known
BATCH_SIZE = 50  # files per batch
MANY = 400  # files; with fewer, reading them all is as fast as the cache
MIN_NEW = 20  # artefacts that are worth writing the index for: `check FILE` after each change need not


class LastCheck(NamedTuple):
    """What a check was made of and what it found. files: see Content.identities; sums: of each kind, see Content._sums;
    reads: kinds that each rule of scope `content` read."""

    files: Identities
    sums: dict[str, bytes]
    problems: list[Problem]
    reads: Reads


@dataclass(slots=True)
class Content:
    """The content on its days, the first of them that of the root. store: all records, procedures as summaries;
    artefacts: by path, in path order; begun: time (ns) before they were read; changed: how many are not in the cache
    yet."""

    store: ContentStore
    days: list[dt.date]
    artefacts: dict[str, Artefact]
    begun: int
    changed: int
    sums: dict[str, bytes] = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        return self.days[0]

    @property
    def plain(self) -> bool:
        """A single day is published and no record has versions."""
        return len(self.days) == 1 and not has_versions(self.store)

    @property
    def identities(self) -> Identities:
        """What identifies each file, and what is known of it besides private texts, by path."""
        return {path: (row.seen[2], row.sum) for path, row in self.artefacts.items()}

    def joined(self, problems: list[Problem]) -> bytes:
        """Identifies everything that the catalogues are joined from; of a procedure no private text, unless an overlay
        is compared with it. problems: of the check; their lines do not count."""
        compared = {entry.record.code for entry in self.store.of("overlay")}
        files = []
        for path, row in self.artefacts.items():
            whole = row.whole_sum if row.named[0] in compared or self.store.has_versions(row) else b""
            files.append((path, row.sum, row.keys, row.unread, whole, b"" if row.kind else row.seen[2]))
        found = [(one.path, one.id, one.severity, one.message if one.severity == ERROR else "") for one in problems]
        return digest(dump(([day.toordinal() for day in self.days], files, sorted(found))))

    def changed_since(self, last: Identities) -> set[str]:
        """The files that are new or whose bytes changed."""
        return {path for path, row in self.artefacts.items() if path not in last or row.seen[2] != last[path][0]}

    def check(self, map_parallel: ParallelMap | None = None, last: LastCheck | None = None) -> list[Problem]:
        """All problems, sorted. map_parallel: see runner.check; used where records are checked as of several days;
        last: the last check on these days. What no rule would find otherwise than then is not looked for again."""
        self.sums = self._sums()
        if last is None or last.sums.get("") != self.sums[""]:
            self.reads = {}
            return self._found(None, map_parallel=None if self.plain else map_parallel, reads=self.reads)
        self.reads = {id: set(kinds) for id, kinds in last.reads.items()}
        changed = self.changed_since(last.files)
        kinds = {kind for kind in self.sums.keys() | last.sums if self.sums.get(kind) != last.sums.get(kind)}
        files = {path for name in changed for path in self._found_with(self.artefacts[name])}
        several = {self.display_path(row.path) for row in self.artefacts.values() if self.store.has_versions(row)}
        if kinds:
            files |= several
        noted = kinds | ({WHOLE} if changed else set())
        rules = {id for id, read in last.reads.items() if not read.isdisjoint(noted)}
        if rules:  # whether a suppression is needed is known when all rules ran
            files |= {entry.path for entry in self.store.all() if getattr(entry.record, "suppressions", None)}
        # what is found in reading a file, and in a record alone, is in the store
        later, here = {UNUSED, *last.reads}, set(map(self.display_path, self.artefacts))
        kept = [one for one in last.problems if one.path not in files and one.id not in rules]
        kept = [one for one in kept if one.path in several or (one.id in later and one.path in here)]
        return self._found(files, rules, map_parallel=None if self.plain else map_parallel, reads=self.reads, kept=kept)

    def _found_with(self, row: Artefact) -> set[str]:
        """The files, as in messages, in which something else may be found when this one changes: itself and those of
        its versions."""
        return {self.display_path(row.path), *self.store.versions_with(row)}

    def _sums(self) -> dict[str, bytes]:
        """By kind what identifies its records as far as rules see them; under "" what else they see: days, other files,
        those that could not be read."""
        parts: dict[str, list[Any]] = {"": [[day.toordinal() for day in self.days], sorted(self.store.unread)]}
        for path, row in self.artefacts.items():
            parts.setdefault(row.kind, []).append((path, row.sum, row.keys) if row.kind else (path, row.seen[2]))
        return {kind: digest(dump(rows)) for kind, rows in parts.items()}

    def check_files(self, paths: Iterable[str]) -> list[Problem]:
        """The problems of these files, by path below the content folder, as in a check of everything."""
        shown = {self.display_path(path) for path in paths}
        found = self._found(shown, read=self.store.problems_in(shown))
        return [problem for problem in found if problem.path in shown]

    def _found(
        self,
        files: set[str] | None,
        rules: Set[str] = frozenset(),
        map_parallel: ParallelMap | None = None,
        reads: Reads | None = None,
        kept: Sequence[Problem] = (),
        read: Sequence[Problem] | None = None,
    ) -> list[Problem]:
        """files, rules, reads: see check_days; kept: what is known to be found besides; read: see of_all."""
        places, cache = self._places(), self.store.cache
        dated = DatedFindings(partial(load_dated, cache), self._displayed_sums)
        found = [*kept, *check_days(self.store, self.days, map_parallel, files, rules, reads, dated)]
        found = of_all(self.store, found, read)
        if files is None:
            self.store.forget_shared()
        if self.changed >= (MIN_NEW if cache.saved else 1) or self._places() > places:
            cache.save(self.begun)
            self.changed = 0
        save_dated(cache, dated)
        return found

    def _displayed_sums(self) -> dict[str, bytes]:
        """The digest of each file's bytes, by its path in messages."""
        return {self.display_path(path): row.seen[2] for path, row in self.artefacts.items()}

    def _places(self) -> int:
        return sum(len(row.places) for row in self.artefacts.values())

    def display_path(self, path: str) -> str:
        """The path of a file as in messages."""
        return shown_path(self.store.reader.content, path)


def days_of(content: Path, as_of: dt.date | None) -> list[dt.date]:
    """The days that are published, that of the root first: only the given one, else those of the site's own record."""
    store = Store({"site": []}, root=content)
    for name in ("site.yml", "site.yaml") if not as_of else ():
        if is_regular(content / name):
            with suppress(ValueError, TypeError, LookupError, YamlError):  # plain days need no validation
                data = parse(read_source(content / name, name)[0] or "")
                days = [data["as_of"], *(one["ngay"] for one in data.get("cac_ban") or ())]
                return list(dict.fromkeys(map(dt.date.fromisoformat, days)))
            read_file(content / name, name, BY_NAME["site"], store)
    return store.days(as_of)


def read_content(
    content: Path,
    as_of: dt.date | None = None,
    cache: Path | None = None,
    map_parallel: BatchMap | None = None,
    drafts: dict[str, str] | None = None,
) -> Content:
    """Read `content`. as_of: overrides the day in site.yml; cache: folder of the artefacts, None for none;
    map_parallel: reads in several processes; drafts: texts that stand for files, by path below `content`. Never raises
    for bad content; raises OSError if the temporary files cannot be written."""
    begun, days = time.time_ns(), days_of(content, as_of)
    files, problems = list_content(content)
    known = ArtefactCache(content, days, cache)
    reader = ArtefactReader(content, days, known, drafts)
    files += [path for path in reader.drafts if path not in set(files)]
    rows = {path: known.artefacts[path] for path in files if _unchanged(content, path, known, reader)}
    missing = [path for path in files if path not in rows]
    first = next((path for path in missing if (kind := record_kind(path)) and kind.name == SUMMARISED), None)
    if first:  # validators and rules are made once, before any process is forked
        rows[first] = reader.artefact(first)
        missing.remove(first)
    parts = map_parallel(reader, missing, BATCH_SIZE) if map_parallel else [reader(missing)]
    rows |= {row.path: row for part in parts for row in part}
    rows = {path: rows[path] for path in sorted(files)}
    changed = len(missing) + len(known.artefacts.keys() - rows.keys())
    known.artefacts = rows
    if drafts:
        known.index = None  # a draft is not what the file holds
    return Content(ContentStore(reader, rows.values(), problems), days, rows, begun, changed)


def check_file(content: Path, relative: str, as_of: dt.date | None, text: str | None = None) -> list[Problem]:
    """The problems of the file at `relative` (POSIX path below `content`), as in a check of everything. text: a draft
    that stands for the file. Never raises for bad content."""
    drafts = {relative: text} if text is not None else None
    return read_content(content, as_of, cache_beside(content), drafts=drafts).check_files([relative])


def cache_beside(content: Path) -> Path | None:
    """The folder for the cache of commands that only check: that beside `content`, if there is one, or the content is
    large."""
    folder = content.resolve().parent / ".cache"
    return folder if folder.is_dir() or sum(1 for _ in islice(walk(content), MANY)) == MANY else None


def _unchanged(content: Path, path: str, known: ArtefactCache, reader: ArtefactReader) -> bool:
    row = known.artefacts.get(path)
    if row is None or path in reader.drafts:
        return False
    try:
        state = os.lstat(source_of(content, path)[0])
    except OSError:
        return False
    seen = state.st_size, state.st_mtime_ns
    return row.seen[:2] == seen and row.seen[2] != b"" and mtime_is_trustworthy(state.st_mtime_ns, known.saved)
