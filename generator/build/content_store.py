"""The store over artefacts: records are unpacked on first access, files parsed only for the position of a finding."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

from generator.build.artefact_cache import Artefact
from generator.build.artefacts import SUMMARISED, ArtefactReader
from generator.build.lazy_entries import FileDocument, SummaryEntry
from generator.loading.document import Document
from generator.loading.folder import shown_path
from generator.loading.store import Entry, Store
from generator.loading.versions import VERSION_KINDS, VERSIONED, versions_of
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from generator.schema.packing import digest, dump, load, unpack
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import from_plain
from generator.schema.whole_token import WholeToken

EMPTY_LENGTH = len(dump([]))
NO_FACTS: dict[str, Any] = {}  # one object for thousands of records
Paths = tuple[Any, ...]


class ContentStore(Store):
    """The store over artefacts: the records of a kind are unpacked on first access, of procedures only the summaries.
    reader: makes the artefact of a file again if what the cache holds of it is damaged."""

    __slots__ = ("_by_kind", "_shared", "_versioned", "cache", "reader")

    def __init__(self, reader: ArtefactReader, artefacts: Iterable[Artefact], problems: list[Problem]) -> None:
        super().__init__({}, problems, reader.content)
        self.reader, self.cache = reader, reader.cache
        self._shared: dict[Any, Any] = {}
        self._by_kind: dict[str, list[Artefact]] = {name: [] for name in BY_NAME}
        rows = list(artefacts)
        for row in rows:
            self.problems += [Problem(*item) for item in row.problems]
            self.unread.update(row.unread)
            if row.kind:
                self._by_kind[row.kind].append(row)
        self._versioned = {kind: versions_of(self, kind) for kind in VERSIONED}
        for row in rows:
            if not self.has_versions(row):
                self.problems += [Problem(*item) for item in row.found]

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        if kind not in self.entries:
            self.entries[kind] = [entry for row in self._by_kind.get(kind, ()) for entry in self._entries(row)]
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
        """The record is, or has, a version: it is known as a whole, since it is checked as of several days."""
        return row.kind in VERSION_KINDS or bool(self.versions_with(row))

    def versions_with(self, row: Artefact) -> list[str]:
        """The files of the versions of a record, as in messages."""
        known = self._versioned.get(row.kind)
        names = {row.path.rpartition("/")[2].rpartition(".")[0], row.named[0]} if known else ()
        return [entry.path for name in names if known and name for entry in known.get(name, ())]

    def _entries(self, row: Artefact) -> Iterable[Entry]:
        kind, whole = BY_NAME[row.kind], self.has_versions(row)
        shown = shown_path(self.reader.content, row.path)
        document = FileDocument(shown, row.places, partial(self._document, row), row.keys, whole)
        if kind.name == SUMMARISED and not whole:
            if row.length > EMPTY_LENGTH:
                yield SummaryEntry(document, row, partial(self._unpack, row))
            return
        for number, (base, body, *found) in enumerate(self._rows(row)):
            record = self._whole(row) if kind.name == SUMMARISED else unpack(body, kind.model, self._shared)
            entry = Entry(kind, document, record, base, faulty_lines=frozenset(row.lines))
            self._fill(entry, *found)
            if whole:  # it is checked again, as of each day
                entry.matched, entry.facts = None, {}
            entry.token = digest(row.token, dump(row.keys), number.to_bytes(4, "big"))
            entry.full_token = WholeToken(row.full_sum or entry.token, (row.path,))
            yield entry

    def _fill(self, entry: Entry, faulty: Paths, misplaced: Paths, matched: Paths, facts: dict[str, Any]) -> None:
        """What reading and checking it alone gave; equal sets are one object."""
        sets = (self._shared.setdefault(paths, frozenset(paths)) for paths in (faulty, misplaced, matched))
        entry.faulty, entry.misplaced, entry.matched = sets
        entry.facts = facts or NO_FACTS

    def forget_shared(self) -> None:
        """Free what was kept to share equal parts of records, when all are unpacked."""
        self._shared.clear()

    def _rows(self, row: Artefact) -> list[tuple[Any, ...]]:
        """What `dump` stored of the records of a file."""
        data = self.cache.read(row.at, row.length, row.sum)
        if data is None:  # damaged, or deleted by another process
            row = self.reader.artefact(row.path, refresh=True)
            data = self.cache.read(row.at, row.length, row.sum) or dump([])
        return load(data)

    def _unpack(self, row: Artefact, entry: Entry) -> None:
        _, body, *found = self._rows(row)[0]
        entry.record, entry.load = from_plain(body, self._shared), partial(self._whole, row)
        self._fill(entry, *found)

    def _whole(self, row: Artefact) -> Procedure:
        data = self.cache.read(row.at + row.length, row.full_length, row.full_sum)
        if data is None:
            row = self.reader.artefact(row.path, refresh=True)
            data = self.cache.read(row.at + row.length, row.full_length, row.full_sum) or b""
        return unpack(load(data), Procedure)

    def _document(self, row: Artefact) -> Document:
        """The file's document, parsed; one without positions if the file has changed beyond reading."""
        found = self._parsed(row).of(row.kind)
        return found[0].document if found else Document(row.path, "", {}, "")

    def _parsed(self, row: Artefact) -> Store:
        kind, shown = BY_NAME[row.kind], shown_path(self.reader.content, row.path)
        store = Store({kind.name: []}, root=self.reader.content)
        self.reader.read(row.path, shown, kind, store)
        return store
