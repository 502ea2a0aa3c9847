"""All loaded records, before they are checked or joined."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from generator.loading.document import Document
from generator.problem import ERROR, KeyPath, Problem, Severity
from generator.schema.kinds import Kind
from generator.schema.packing import digest, dump, pack
from generator.schema.record import FieldSpec, Record, WalkedField, walk
from generator.schema.whole_token import UNKNOWN, WholeToken
from generator.text.whitespace import normalised_name

Text = tuple[KeyPath, FieldSpec, str]
_APART = "\n\n\n\n"  # between two texts of `joined_texts`: no expression goes over so many line ends

DEFAULT_DAY = dt.date(2023, 12, 31)  # if site.yml names none


@dataclass(slots=True)
class Entry:
    """One record with the file it came from. base: path of the record inside the file (an index in list files).

    For a record as of a day (versions.py), layers: the file of each top-level key that a version replaced; version: the
    file of the last version; since: its first day; first: the record without versions.

    load: returns the whole record, where `record` is only its summary; facts: what rules of scope `content` keep of the
    record and its text, by rule; matched: rules of scope `record` that found something, once these have run; token:
    identifies what others may see of the record, if known; full_token: identifies the whole record; walked, written,
    joined: see `fields`, `texts`, `joined_texts`."""

    kind: Kind
    document: Document
    record: Any
    base: KeyPath = ()
    faulty: frozenset[KeyPath] = frozenset()  # paths of faults reported while loading
    misplaced: frozenset[KeyPath] = frozenset()  # paths, without indices, of values used under another key
    faulty_lines: frozenset[int] = frozenset()  # lines of faults reported while loading
    layers: Mapping[str, Document] = field(default_factory=dict)
    version: Document | None = None
    since: dt.date | None = None
    first: Entry | None = None
    load: Callable[[], Any] | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    matched: frozenset[str] | None = None
    token: bytes = b""
    full_token: WholeToken = UNKNOWN
    walked: list[WalkedField] | None = None
    written: list[Text] | None = None
    joined: str | None = None

    @property
    def code(self) -> str | None:
        """The code of a procedure, by which others refer to it."""
        code: str | None = self.record.code
        return code

    @property
    def name(self) -> str | None:
        """The name of a procedure."""
        name: str | None = self.record.name
        return name

    @property
    def comparable_names(self) -> tuple[str, ...]:
        """The name of a procedure and its first popular name, if it has one, as `normalised_name`."""
        names = (self.record.name or "", *self.record.popular_names[:1])
        return tuple(map(normalised_name, names))

    @property
    def began(self) -> dt.date | None:
        """The first day of its last version, as `since`."""
        return self.since

    @property
    def files(self) -> set[str]:
        """Every file that the record as of its day is made from, as in messages."""
        return {self.path, *(document.path for document in self.layers.values()), *_paths(self.version)}

    @property
    def full_record(self) -> Any:
        """The whole record, where `record` may be its summary."""
        return self.load() if self.load else self.record

    @property
    def fields(self) -> list[WalkedField]:
        """Every field of the record and of its nested parts. Many rules ask for it, so it is cached until
        `release_positions`."""
        if self.walked is None:
            self.walked = walk(self.record)
        return self.walked

    @property
    def texts(self) -> list[Text]:
        """Every text of `fields` that is not empty; those of a list one by one, with their index in the path. Cached as
        they are."""
        if self.written is None:
            self.written = found = []
            for path, spec, value in self.fields:
                if value.__class__ is str:
                    if value:
                        found.append((path, spec, value))
                elif value.__class__ is list:
                    found += [((*path, at), spec, one) for at, one in enumerate(value) if one and one.__class__ is str]
        return self.written

    @property
    def joined_texts(self) -> str:
        """`texts` in one, to ask with one search whether any of them has what a rule looks for: mostly none has. Cached
        as they are."""
        if self.joined is None:
            self.joined = _APART.join([text for _, _, text in self.texts])
        return self.joined

    @property
    def path(self) -> str:
        return self.document.path

    def changed(self, **values: object) -> Entry:
        """A copy with other values of some fields."""
        return Entry(**{one.name: getattr(self, one.name) for one in fields_of(Entry)} | values)

    @property
    def stem(self) -> str:
        """File name without its suffix: the slug of units, guides and notices."""
        return stem_of(self.document.path)

    def reported(self, path: KeyPath) -> bool:
        """True if loading reported a fault at `path` or around it, or used the value under another key."""
        plain = tuple(part for part in path if isinstance(part, str))
        return plain in self.misplaced or any(path[:end] in self.faulty for end in range(1, len(path) + 1))

    def broken(self, key: str) -> bool:
        """True if loading reported a fault under the top-level `key`: missing or mismatching values there are then
        consequences, not separate findings."""
        return any(path[:1] == (key,) for path in (*self.faulty, *self.misplaced))

    def release_positions(self) -> None:
        """Drop data computed only for messages: for thousands of records it is larger than the records."""
        self.walked = self.written = self.joined = None
        self.document.release_positions()

    def problem(
        self,
        id: str,
        severity: Severity,
        path: KeyPath,
        message: str,
        law: str = "",
        hint: str = "",
        key: bool = False,
    ) -> Problem:
        """A diagnostic at `path` (YAML keys) of this record."""
        document = self.layers.get(str(path[0]), self.document) if self.layers and path else self.document
        place = (*self.base, *path)
        line, column = document.locate(place, key)
        return Problem(document.path, line, column, id, severity, message, law, hint, ".".join(map(str, place)))


@dataclass(slots=True)
class Store:
    """entries: by kind name, in path order, in a store that reads on demand only what was asked for (see by_kind);
    problems: faults found while loading; root: the content folder, None for a store not read from one (rules about
    stored files are then silent); unread: `kind/stem` of the files that exist but could not be read, so that references
    to them are not reported as missing."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    root: Path | None = None
    unread: set[str] = field(default_factory=set)

    def of(self, kind: str) -> list[Entry]:
        return self.entries.get(kind, [])

    def effective_date(self, as_of: dt.date | None = None) -> dt.date:
        """The date of the catalogue: as_of, else site.yml's, else the end of 2023."""
        if as_of:
            return as_of
        sites = self.of("site")
        return (sites[0].record.as_of if sites else None) or DEFAULT_DAY

    def days(self, as_of: dt.date | None = None) -> list[dt.date]:
        """The days the site publishes: only as_of, else that of the root and of the other editions."""
        sites = self.of("site")
        others = [one.day for one in sites[0].record.editions if one.day] if sites and not as_of else []
        return list(dict.fromkeys([self.effective_date(as_of), *others]))

    def tokens(self, kind: str) -> bytes:
        """Identifies what others may see of the records of a kind."""
        found = ((entry.path, entry.token or _token(entry.full_record)) for entry in self.of(kind))
        return digest(*(part for path, token in found for part in (os.fsencode(path), token)))

    def kinds(self) -> Collection[str]:
        """The names of the kinds, in a fixed order."""
        return self.entries

    def by_kind(self) -> dict[str, list[Entry]]:
        """All records by the name of their kind."""
        return {kind: self.of(kind) for kind in self.kinds()}

    def all(self) -> Iterator[Entry]:
        """Every record, kind by kind."""
        for kind in self.kinds():
            yield from self.of(kind)

    def has_errors(self) -> bool:
        return any(problem.severity == ERROR for problem in self.problems)


class StoreView(Store):
    """A store over the records of another store, `_base`, with the problems of that one."""

    __slots__ = ("_base",)

    def __init__(self, base: Store) -> None:
        super().__init__({}, [], base.root, base.unread)
        self._base = base

    @property
    def problems(self) -> list[Problem]:
        return self._base.problems

    @problems.setter
    def problems(self, problems: list[Problem]) -> None:
        """Ignored: there are none but those of the other store."""

    def kinds(self) -> Collection[str]:
        return self._base.kinds()


@lru_cache(1000)  # called again and again for the file that is being checked
def stem_of(path: str) -> str:
    """The file name of a POSIX path without its suffix."""
    return PurePosixPath(path).stem


def _paths(document: Document | None) -> list[str]:
    return [document.path] if document else []


def _token(record: object) -> bytes:
    return dump(pack(record, type(record))) if isinstance(record, Record) else b""
