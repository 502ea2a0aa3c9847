"""The content on any day: records together with their dated versions → the records in force on that day.

A version is a sibling file (`1.001193@2025-07-01.yml`) with whole top-level parts. It applies from its day until the
next version's (half-open, see schema/periods.py). Nothing is merged inside a part, so no part ever mixes two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import PurePath
from typing import Any

from generator.loading.entry import Entry
from generator.loading.store import Store, StoreView
from generator.schema.dates import iso_day
from generator.schema.packing import digest
from generator.schema.procedure import Amendment
from generator.schema.record import Record, specs
from generator.schema.version import HEAD

VERSIONED = {
    "procedure": "procedure_version",
    "guide": "guide_version",
    "site": "site_version",
}  # kind → kind of its versions
VERSION_KINDS = frozenset(VERSIONED.values())
MARK = "@"
# parts whose change does not concern citizens: words for the search, notes of the editors
SILENT = frozenset({"ten_thuong_goi", "tu_khoa", "doi_chieu", "ghi_chu_nguon", "bo_qua_kiem_tra", "sua_doi",
"thu_tuc_lien_quan", "phan_biet"})  # fmt: skip


def stem_and_day(file: PurePath) -> tuple[str, str]:
    """(`1.001193`, `2025-07-01`) of `1.001193@2025-07-01.yml`; no day for the record itself."""
    stem, _, day = file.stem.partition(MARK)
    return stem, day


def version_name(file: PurePath, day: dt.date | str) -> str:
    """The name of the version of `day` of a record, from the file of the record or of another version."""
    return f"{stem_and_day(file)[0]}{MARK}{day}{file.suffix}"


def has_versions(store: Store) -> bool:
    return any(store.of(kind) for kind in VERSION_KINDS)


def identity(entry: Entry) -> str:
    """The identity that a record and its versions share: the code of a procedure, the name of a guide's file."""
    if entry.kind.name.startswith("procedure"):
        return entry.code or base_stem(entry)
    return base_stem(entry)


def base_stem(entry: Entry) -> str:
    """The file name before the mark: `1.001193` of `1.001193@2025-07-01`."""
    return entry.stem.partition(MARK)[0]


def named_day(entry: Entry) -> dt.date | None:
    """The day in the file name of a version; None if it is no day."""
    return iso_day(entry.stem.partition(MARK)[2])


def day_of(entry: Entry) -> dt.date | None:
    """The first day of a version: as stated in it, else as in its name (rule TT-201 compares the two)."""
    return entry.record.from_day or named_day(entry)


def versions_of(store: Store, kind: str) -> dict[str, list[Entry]]:
    """The versions of the records of `kind` by identity, in the order of their days."""
    found: dict[str, list[tuple[dt.date, str, Entry]]] = {}
    for entry in store.of(VERSIONED[kind]):
        day = day_of(entry)
        if day:
            found.setdefault(identity(entry), []).append((day, entry.path, entry))
    return {key: [entry for *_, entry in sorted(items, key=lambda item: item[:2])] for key, items in found.items()}


def resolve(store: Store, day: dt.date, *, amendments: bool = False) -> Store:
    """The store as of `day`: each record with the parts of its versions up to then. A store without versions is
    returned as it is. amendments: state each replaced part in `sua_doi`, which the pages, feeds and comparisons
    read."""
    return DatedStore(store, day, amendments) if has_versions(store) else store


class DatedStore(StoreView):
    """A store as of a day. The records of a kind are resolved on first use."""

    __slots__ = ("_amendments", "_day")

    def __init__(self, base: Store, day: dt.date, amendments: bool) -> None:
        super().__init__(base)
        self._day, self._amendments = day, amendments

    def tokens(self, kind: str) -> bytes:
        """See Store.tokens."""
        return super().tokens(kind) if kind in VERSIONED else self._base.tokens(kind)

    def _of(self, kind: str) -> list[Entry]:
        if kind not in self.entries:
            self.entries[kind] = list(self._resolved(kind)) if kind in VERSIONED else self._base.of(kind)
        return self.entries[kind]

    def _resolved(self, kind: str) -> Iterator[Entry]:
        known, seen = versions_of(self._base, kind), set[str]()
        for entry in self._base.of(kind):
            key = identity(entry) if known else ""
            versions = known.get(key, []) if key not in seen else []  # a duplicate code: TT-025
            begun = [version for version in versions if (day_of(version) or dt.date.max) <= self._day]
            seen.add(key)
            yield DatedEntry(entry, begun, self._amendments) if begun else entry


class DatedEntry(Entry):
    """A record with the versions that have begun. They are applied only when a field is read that they may change:
    looking for one record among many needs only the code and the name."""

    __slots__ = ("_amendments", "_before", "_versions")

    def __init__(self, before: Entry, versions: list[Entry], amendments: bool) -> None:
        self._before, self._versions, self._amendments = before, versions, amendments

    @property
    def code(self) -> str | None:
        return self._before.code

    @property
    def name(self) -> str | None:
        return self.record.name if self._touches("ten_thu_tuc") else self._before.name

    @property
    def comparable_names(self) -> tuple[str, ...]:
        if self._touches("ten_thu_tuc", "ten_thuong_goi"):
            return super().comparable_names
        return self._before.comparable_names

    @property
    def path(self) -> str:
        return self._before.path

    @property
    def began(self) -> dt.date | None:
        return day_of(self._versions[-1])

    @property
    def files(self) -> set[str]:
        return {self.path, *(version.path for version in self._versions)}

    def _touches(self, *keys: str) -> bool:
        return any(
            key in one.document.keys or ("bo_phan" in one.document.keys and key in one.record.removed)
            for one in self._versions
            for key in keys
        )

    def __getattr__(self, name: str) -> Any:
        """Called for fields that have no value yet."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "kind":  # no version changes it
            self.kind = self._before.kind
            return self.kind
        state = self._before
        for version in self._versions:
            state = applied(state, version, amendments=self._amendments)
        for one in fields(Entry):
            setattr(self, one.name, getattr(state, one.name))
        return object.__getattribute__(self, name)


def states(base: Entry, versions: list[Entry]) -> Iterator[Entry]:
    """Every state of a record: the record itself, then the result of applying each version in turn, with derived
    amendments."""
    state = base
    yield state
    for version in versions:
        state = applied(state, version, amendments=True)
        yield state


def applied(state: Entry, version: Entry, *, amendments: bool = False) -> Entry:
    """The state after `version`: its parts replace those of `state`, and the parts it removes are gone. A value that
    could not be read is missing; the value of the day before does not take its place."""
    model = state.kind.model
    data = version.document.keys
    parts = {spec.key: spec for spec in specs(model) if spec.name not in HEAD}
    replaced = [key for key in parts if key in data]
    removed = [key for key in version.record.removed if key in parts and key not in data]
    blank = _blank(model)
    changes = {parts[key].name: getattr(version.record, parts[key].name) for key in replaced}
    changes |= {parts[key].name: getattr(blank, parts[key].name) for key in removed}
    if amendments and hasattr(blank, "amendments"):
        own = [
            _amendment(key, version)
            for key in (*replaced, *removed)
            if key not in SILENT and changes[parts[key].name] != getattr(state.record, parts[key].name)
        ]
        changes["amendments"] = [*own, *(changes.get("amendments") or state.record.amendments)]
    gone = {*replaced, *removed}
    return state.changed(
        record=state.record.model_copy(update=changes),
        layers={**state.layers, **dict.fromkeys(gone, version.document)},
        version=version.document,
        since=day_of(version),
        first=state.first or state,
        token=digest(state.token, version.token) if state.token and version.token else b"",
        full_token=state.full_token.joined(version.token),
        faulty=frozenset(path for path in state.faulty if path[:1] and path[0] not in gone) | version.faulty,
        misplaced=frozenset(path for path in state.misplaced if path[:1] and path[0] not in gone) | version.misplaced,
    )


@cache
def _blank(model: type[Record]) -> Record:
    """The record with no part filled in."""
    return model.model_construct()


def _amendment(key: str, version: Entry) -> Amendment:
    record = version.record
    return Amendment.model_construct(part=key, document=record.by, date=day_of(version), note=record.change)
