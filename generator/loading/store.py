"""All loaded records, before they are checked or joined."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.loading.entry import Entry
from generator.loading.records_by_kind import RecordsByKind
from generator.problem import ERROR, Problem
from generator.schema.packing import digest, dump, pack
from generator.schema.record import Record

DEFAULT_DAY = dt.date(2023, 12, 31)  # if site.yml names none


@dataclass(slots=True)
class Store(RecordsByKind):
    """entries: in a store that reads on demand only what was asked for (see by_kind); problems: faults found while
    loading; root: the content folder, None for a store not read from one (rules about stored files are then silent);
    unread: `kind/stem` of the files that exist but could not be read, so that references to them are not reported as
    missing."""

    problems: list[Problem] = field(default_factory=list)
    root: Path | None = None
    unread: set[str] = field(default_factory=set)

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


def _token(record: object) -> bytes:
    return dump(pack(record, type(record))) if isinstance(record, Record) else b""
