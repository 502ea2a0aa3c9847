"""The rules' context for one draft: the indexes of the whole content are built once, and only the draft's own records
are replaced in them.

At 6,000 procedures, rebuilding the indexes takes longer than an officer should wait. tests/editor/test_checking.py
compares the findings with those of a full check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property

from generator.checks._engine.context import ValidationContext, names_of_files
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import resolve

Index = dict[str, list[Entry]]


class BaseContexts:
    """The contexts of the content on disk, by day, cached until the disk changes."""

    def __init__(self) -> None:
        self.store: Store | None = None
        self.by_day: dict[dt.date, ValidationContext] = {}

    def of(self, store: Store, day: dt.date) -> ValidationContext:
        if store is not self.store:
            self.store, self.by_day = store, {}
        if day not in self.by_day:
            self.by_day[day] = ValidationContext(resolve(store, day), day)
        return self.by_day[day]


class DraftContext(ValidationContext):
    """base: the context of that day; drafts: store with the draft's records alone, resolved for the day; paths: files,
    as in messages, whose records they replace."""

    def __init__(self, base: ValidationContext, drafts: Store, paths: frozenset[str], unread: set[str]) -> None:
        self.base, self.drafts, self.paths = base, drafts, paths
        entries: Index = {}
        for kind in base.store.kinds():  # by kinds(): a dated store has only those in `entries` that were asked for
            entries[kind] = base.store.of(kind)
            kept = [entry for entry in base.store.of(kind) if entry.document.path not in paths]
            if drafts.of(kind) or len(kept) < len(base.store.of(kind)):
                entries[kind] = sorted([*kept, *drafts.of(kind)], key=lambda entry: (entry.document.path, entry.base))
        super().__init__(Store(entries, [], base.store.root, unread), base.as_of)

    def _changed(self, kind: str) -> bool:
        return self.store.of(kind) is not self.base.store.of(kind)

    def _exchanged(self, index: Index, kind: str, key: Callable[[Entry], str | None]) -> Index:
        """The index of the base, with the draft's records replacing those on disk."""
        if not self._changed(kind):
            return index
        made = dict(index)
        for entry in self.base.store.of(kind):
            if entry.document.path in self.paths and (name := key(entry)):
                made[name] = [other for other in made.get(name, []) if other is not entry]
        for entry in self.drafts.of(kind):
            if name := key(entry):
                made[name] = sorted([*made.get(name, []), entry], key=lambda one: (one.document.path, one.base))
        return {name: entries for name, entries in made.items() if entries}

    @cached_property
    def procedures(self) -> Index:
        return self._exchanged(self.base.procedures, "procedure", lambda entry: entry.code)

    @cached_property
    def procedure_names(self) -> Index:
        return self._exchanged(self.base.procedure_names, "procedure", lambda entry: entry.comparable_names[0])

    @cached_property
    def laws(self) -> Index:
        return self._exchanged(self.base.laws, "law", lambda entry: entry.record.number)

    @cached_property
    def procedure_files(self) -> set[str]:
        return self.base.procedure_files | names_of_files(entry.stem for entry in self.drafts.of("procedure"))
