"""Everything that was read, before it is checked or joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.loading.document import Document
from generator.problem import ERROR, Problem
from generator.schema.kinds import Kind

DEFAULT_DAY = dt.date(2023, 12, 31)  # of content whose site.yml names none


@dataclass(slots=True)
class Entry:
    """One record with the file it came from. base: path of the record inside the file (an index for list files)."""

    kind: Kind
    document: Document
    record: Any
    base: tuple = ()
    faulty: frozenset[tuple] = frozenset()  # paths where the reader has already found a fault
    lost: frozenset[tuple] = frozenset()  # paths without indices of what was read as something else
    faulty_lines: frozenset[int] = frozenset()  # the lines of those

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def stem(self) -> str:
        """File name without its ending: the slug of units, guides and notices."""
        return PurePosixPath(self.document.path).stem

    def told(self, path: tuple) -> bool:
        """Whether the reader has found a fault at `path` or around it, or what belongs there was read as something else."""
        plain = tuple(part for part in path if isinstance(part, str))
        return plain in self.lost or any(path[:end] in self.faulty for end in range(1, len(path) + 1))

    def broken(self, key: str) -> bool:
        """Whether the reader found a fault in the part under the top-level `key`: what is missing in there, or does not fit to
        it elsewhere, is then a consequence and no finding of its own."""
        return any(path[:1] == (key,) for path in (*self.faulty, *self.lost))

    def forget(self) -> None:
        """Let go of what was only worked out for messages: for thousands of records it is more than the records."""
        self.document.forget()

    def problem(
        self, id: str, severity: Any, path: tuple, message: str, law: str = "", hint: str = "", key: bool = False
    ) -> Problem:
        """A diagnostic at `path` (YAML keys) of this record."""
        line, column = self.document.locate((*self.base, *path), key)
        return Problem(self.path, line, column, id, severity, message, law, hint)


@dataclass(slots=True)
class Store:
    """entries: by kind name, in path order; problems: what reading found; root: the content folder, None for a store
    that was not read from one (rules that look at stored files say nothing then); unread: `kind/stem` of the files that are
    there but could not be read, so that what names them is not called missing too."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    root: Path | None = None
    unread: set[str] = field(default_factory=set)

    def of(self, kind: str) -> list[Entry]:
        return self.entries.get(kind, [])

    def day(self, given: dt.date | None = None) -> dt.date:
        """The day the catalogue is made for: the given one, else site.yml's, else the end of 2023."""
        if given:
            return given
        sites = self.of("site")
        return (sites[0].record.as_of if sites else None) or DEFAULT_DAY

    def all(self) -> Iterator[Entry]:
        for entries in self.entries.values():
            yield from entries

    def has_errors(self) -> bool:
        return any(problem.severity == ERROR for problem in self.problems)
