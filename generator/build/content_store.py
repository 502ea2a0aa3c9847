"""The store over artefacts: records are unpacked on first access, files parsed only to locate a finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from generator.build.artefact_cache import Artefact, Piece
from generator.build.artefacts import SUMMARISED, ArtefactReader
from generator.build.file_document import FileDocument
from generator.loading.document import Document
from generator.loading.entry import Entry
from generator.loading.folder import shown_path
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, VERSIONED, versions_of
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from generator.schema.packing import digest, dump, load, unpack
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import from_plain
from generator.schema.whole_token import WholeToken

EMPTY = dump([])
NO_FACTS: dict[str, Any] = {}  # thousands of entries share this object and the next
NO_LAYERS: dict[str, Document] = {}
Paths = tuple[Any, ...]


class SummaryEntry(Entry):
    """The entry of a procedure. Its code and names come from the artefact; the rest is unpacked on first access, which
    looking for one code among thousands never needs."""

    __slots__ = ("_path", "_row", "_several_days", "_store")

    def __init__(self, row: Artefact, store: ContentStore, several_days: bool) -> None:
        self._row, self._store, self._several_days, self._path = row, store, several_days, ""

    @property
    def code(self) -> str | None:
        return self._row.code

    @property
    def name(self) -> str | None:
        return self._row.name

    @property
    def comparable_names(self) -> tuple[str, ...]:
        return self._row.comparable_names

    @property
    def path(self) -> str:
        if not self._path:
            self._path = shown_path(self._store.reader.content, self._row.path)
        return self._path

    @property
    def began(self) -> None:
        return None

    @property
    def files(self) -> set[str]:
        return {self.path}

    @property
    def load(self) -> Callable[[], Procedure] | None:  # type: ignore[override]
        return None if self._several_days else self._load

    def _load(self) -> Procedure:
        return self._store.full_record(self._row)

    def __getattr__(self, name: str) -> Any:
        """Called for fields that have no value yet."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name in _UNPACKED:
            self._store.unpack(self._row, self, self._several_days)
        else:
            self._describe()
        return object.__getattribute__(self, name)

    def _describe(self) -> None:
        row = self._row
        self.kind, self.base = BY_NAME[row.kind], ()
        self.document = FileDocument(self.path, row, self._store.reader, self._several_days)
        self.faulty_lines, self.layers = _set(row.lines), NO_LAYERS
        self.walked = self.written = self.joined = None
        self.version, self.since, self.first = None, None, None
        self.token = _token(row, 0) if self._several_days else row.token
        self.full_token = WholeToken(row.full_digest, (row.path,))


_UNPACKED = frozenset({"record", "faulty", "misplaced", "matched", "facts"})


class ContentStore(Store):
    """The store over artefacts: the records of a kind are unpacked on first access, of procedures only the summaries.
    reader: makes the artefact of a file again if what the cache holds of it is damaged."""

    __slots__ = ("_by_kind", "_listed", "_problems", "_shared", "_versioned", "cache", "reader")

    def __init__(self, reader: ArtefactReader, artefacts: Iterable[Artefact], problems: list[Problem]) -> None:
        super().__init__({}, problems, reader.content)
        self.reader, self.cache = reader, reader.cache
        self._listed = problems
        self._problems: list[Problem] | None = None
        self._shared: dict[Any, Any] = {}
        self._by_kind: dict[str, list[Artefact]] = {name: [] for name in BY_NAME}
        self._by_kind[""] = []  # files that hold no record
        for row in artefacts:
            if row.unread:
                self.unread.update(row.unread)
            self._by_kind[row.kind].append(row)
        self._versioned = {kind: versions_of(self, kind) for kind in VERSIONED}

    @property
    def problems(self) -> list[Problem]:
        """Those of file names and locations, of reading each file, and the findings in records without versions."""
        if self._problems is None:
            self._problems = [*self._listed, *self._found(row for rows in self._by_kind.values() for row in rows)]
        return self._problems

    @problems.setter
    def problems(self, problems: list[Problem]) -> None:
        self._problems = problems

    def problems_in(self, paths: Collection[str], rows: Iterable[Artefact]) -> list[Problem]:
        """The `problems` of some files. paths: as in messages; rows: their artefacts."""
        return [*(one for one in self._listed if one.path in paths), *self._found(rows)]

    def _found(self, rows: Iterable[Artefact]) -> Iterator[Problem]:
        for row in rows:
            yield from map(_problem, row.problems)
            if row.findings_length and not self.has_versions(row):
                yield from map(_problem, load(self._read(row, lambda row: row.findings) or EMPTY))

    def _of(self, kind: str) -> list[Entry]:
        if kind not in self.entries:
            rows = self._by_kind.get(kind, ())
            if kind == SUMMARISED:
                held = (row for row in rows if row.records_length > len(EMPTY))
                self.entries[kind] = [SummaryEntry(row, self, self.has_versions(row)) for row in held]
            else:
                self.entries[kind] = [entry for row in rows for entry in self._entries(row)]
        return self.entries[kind]

    def tokens(self, kind: str) -> bytes:
        """As Store.tokens, without unpacking the records."""
        rows = self._by_kind.get(kind, ())
        if any(map(self.has_versions, rows)):
            return super().tokens(kind)
        return digest(*(part for row in rows for part in (os.fsencode(row.path), row.token)))

    def kinds(self) -> Collection[str]:
        return BY_NAME

    def has_versions(self, row: Artefact) -> bool:
        """True if the record is or has a version: it is then read whole, since it is checked as of several days."""
        return row.kind in VERSION_KINDS or bool(self._versioned.get(row.kind) and self.versions_with(row))

    def versions_with(self, row: Artefact) -> list[str]:
        """The files of the versions of a record, as in messages."""
        known = self._versioned.get(row.kind)
        names = {row.path.rpartition("/")[2].rpartition(".")[0], row.code} if known else ()
        return [entry.path for name in names if known and name for entry in known.get(name, ())]

    def _entries(self, row: Artefact) -> Iterable[Entry]:
        kind, several_days = BY_NAME[row.kind], self.has_versions(row)
        document = FileDocument(shown_path(self.reader.content, row.path), row, self.reader, several_days or kind.many)
        for number, (base, body, *found) in enumerate(self._rows(row)):
            entry = Entry(kind, document, unpack(body, kind.model, self._shared), base, faulty_lines=_set(row.lines))
            _fill(entry, *found)
            if several_days:  # checked again as of each day
                entry.matched, entry.facts = None, {}
            entry.token = _token(row, number)
            entry.full_token = WholeToken(row.full_digest or entry.token, (row.path,))
            yield entry

    def forget_shared(self) -> None:
        """Free the table by which records share equal parts, once all records are unpacked."""
        self._shared.clear()

    def _rows(self, row: Artefact) -> list[tuple[Any, ...]]:
        """The packed records of a file, see ArtefactReader."""
        rows: list[tuple[Any, ...]] = load(self._read(row, lambda row: row.records) or EMPTY)
        return rows

    def _read(self, row: Artefact, piece: Callable[[Artefact], Piece]) -> bytes:
        """A piece of the artefact of a file, which is made again if the cached one is damaged or was deleted by another
        process; empty if the file has none any more."""
        data = self.cache.read(piece(row))
        if data is None:
            data = self.cache.read(piece(self.reader.artefact(row.path, refresh=True)))
        return data or b""

    def unpack(self, row: Artefact, entry: Entry, several_days: bool) -> None:
        """Complete the entry of a procedure with its summary, or with the whole record, which is then checked again."""
        _, body, *found = self._rows(row)[0]
        _fill(entry, *found)
        if several_days:
            entry.record, entry.matched, entry.facts = self.full_record(row), None, {}
        else:
            self._shared |= {text: text for text in (row.code, row.name) if text}  # the summary has the same
            entry.record = from_plain(body, self._shared)

    def full_record(self, row: Artefact) -> Procedure:
        """The whole record of a procedure."""
        record: Procedure = unpack(load(self._read(row, lambda row: row.full_record)), Procedure)
        return record


def _token(row: Artefact, number: int) -> bytes:
    """Identifies a record of a list, or one that is, or has, a version."""
    return digest(row.token, dump(row.keys), number.to_bytes(4, "big"))


def _fill(entry: Entry, faulty: Paths, misplaced: Paths, matched: Paths, facts: dict[str, Any]) -> None:
    """Complete an entry with the results of reading and checking it on its own."""
    entry.faulty, entry.misplaced, entry.matched = _set(faulty), _set(misplaced), _set(matched)
    entry.facts = facts or NO_FACTS


def _problem(item: tuple[Any, ...]) -> Problem:
    """A problem from its plain values; thousands of problems share a few texts."""
    return Problem._make(sys.intern(part) if type(part) is str else part for part in item)


@lru_cache(10_000)
def _set(values: tuple[Any, ...]) -> frozenset[Any]:
    """These values as a set; equal sets are one object, which thousands of entries share."""
    return frozenset(values)
