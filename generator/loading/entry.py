"""One loaded record with the file it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Generic

from generator.loading.document import Document
from generator.problem import KeyPath, Problem, Severity
from generator.schema.kinds import Kind
from generator.schema.record import FieldSpec, WalkedField, walk
from generator.schema.whole_token import UNKNOWN, WholeToken
from generator.text.audience import by_audience
from generator.text.whitespace import normalised_name

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    Of = TypeVar("Of", default=Any)
else:
    from typing import TypeVar

    Of = TypeVar("Of")

Text = tuple[KeyPath, FieldSpec, str]
_APART = "\n\n\n\n"  # between two texts of `joined_texts`: no expression goes over so many line ends


@dataclass(slots=True)
class Entry(Generic[Of]):
    """One record with the file it came from. Of: the class of the record (see records_by_kind.py); base: path of the
    record inside the file (an index in list files).

    For a record as of a day (versions.py), layers: the file of each top-level key that a version replaced; version: the
    file of the last version; since: its first day; first: the record without versions.

    load: returns the whole record, where `record` is only its summary; facts: what rules of scope `content` keep of the
    record and its text, by rule; matched: rules of scope `record` that found something, once these have run; token:
    identifies what others may see of the record, if known; full_token: identifies the whole record; walked, written,
    joined: see `fields`, `texts`, `joined_texts`."""

    kind: Kind
    document: Document
    record: Of
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
        record: Any = self.record
        code: str | None = record.code
        return code

    @property
    def name(self) -> str | None:
        """The name of a procedure."""
        record: Any = self.record
        name: str | None = record.name
        return name

    @property
    def comparable_names(self) -> tuple[str, ...]:
        """The name of a procedure and its first popular name, if it has one, as `normalised_name`."""
        record: Any = self.record
        names = (record.name or "", *record.popular_names[:1])
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
            record: Any = self.record
            self.walked = walk(record)
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
        message, hint, form = by_audience(message, hint)
        return Problem(document.path, line, column, id, severity, message, law, hint, ".".join(map(str, place)), form)


@lru_cache(1000)  # called again and again for the file that is being checked
def stem_of(path: str) -> str:
    """The file name of a POSIX path without its suffix."""
    return PurePosixPath(path).stem


def _paths(document: Document | None) -> list[str]:
    return [document.path] if document else []
