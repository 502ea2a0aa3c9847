"""One file, checked as it would be among all others, in a third of a second.

Buys: an editor's answer while typing. Of the other records only those are read that a rule asks for; of the many
procedures and documents only those that this file names or that name it, the rest are known by their sketches.
tests/build/test_single_file.py holds this to what a check of everything says of the file.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.build.header_cache import KEYS, FileIndex, index_files
from generator.build.prescan import find_codes, placeholder_entry, top_level_scalar
from generator.checks._engine.context import ValidationContext, group, names_of_files, normalised_name
from generator.checks._engine.runner import check_entries
from generator.loading.decoding import read_source
from generator.loading.file_names import record_kind, unread
from generator.loading.folder import display_path, name_fault, read_file
from generator.loading.store import Entry, Store
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from generator.schema.portable_names import faults


@dataclass(slots=True)
class LazyStore(Store):
    """The store that one file is checked in: a kind is read when it is asked for, of the kinds in KEYS only what is near the file."""

    listed: FileIndex = field(default_factory=lambda: FileIndex({}, {}))
    file: str = ""
    own: list[Entry] = field(default_factory=list)
    near: dict[str, list[str]] = field(default_factory=dict)  # files that were read, by kind

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        if kind not in self.entries:
            self.entries[kind] = []
            near = self.near[kind] = self._near(kind) if kind in KEYS else self.listed.of.get(kind, [])
            for relative in near:
                assert self.root is not None
                read_file(self.root / relative, self.shown(relative), BY_NAME[kind], self)
        return self.entries[kind]

    def day(self, given: dt.date | None = None) -> dt.date:
        """As of any store; a site.yml that states it plainly need not be read for it."""
        sites = self.listed.of.get("site", [])
        text = read_source(self.root / sites[0], sites[0])[0] if self.root and len(sites) == 1 and not given else None
        with suppress(ValueError):
            return dt.date.fromisoformat(top_level_scalar(text or "", "as_of") or "")
        return Store.day(self, given)

    def shown(self, relative: str) -> str:
        """The path as messages have it."""
        return f"{self.root.name if self.root else ''}/{display_path(relative)}"

    def _near(self, kind: str) -> list[str]:
        """Files of a kind in KEYS that have to be read: this one, those it names, those that name it, have a name in common with it,
        or do not show plainly what others know them by."""
        paths = self.listed.of.get(kind, [])
        if self.own and self.own[0].kind.name == "site":  # counts what documents lack
            return paths
        text = self.own[0].document.text if self.own else ""
        records = [entry.record for entry in self.own if entry.kind.name == "procedure"]
        codes, names = (
            {record.code for record in records if record.code},
            {normalised_name(record.name or "") for record in records} - {""},
        )
        odd = codes - set().union(*map(find_codes, codes))  # of a form that sketches do not look for
        found = []
        for path in paths:
            _, code, name, mentioned, _ = self.listed.sketches[path]
            unclear = not code or (kind == "procedure" and not name)
            if (
                unclear
                or path == self.file
                or (code or "") in text
                or name in names
                or not codes.isdisjoint(mentioned)
                or (odd and self._has(path, odd))
            ):
                found.append(path)
        return found

    def _has(self, path: str, codes: set[str]) -> bool:
        text = read_source(self.root / path, path)[0] if self.root else None
        return any(code in (text or "") for code in codes)


@dataclass
class LazyContext(ValidationContext):
    """A world in which all that is not near the file is there by code alone: rules ask no more of it."""

    store: LazyStore

    @cached_property
    def procedures(self) -> dict[str, list[Entry]]:
        return self._known("procedure", lambda entry: entry.record.code)

    @cached_property
    def laws(self) -> dict[str, list[Entry]]:
        return self._known("law", lambda entry: entry.record.number)

    @cached_property
    def procedure_files(self) -> set[str]:
        return names_of_files(
            self.store.listed.sketches[path].stem for path in self.store.listed.of.get("procedure", ())
        )

    def unread(self, kind: str, stem: str = "") -> bool:
        """As ValidationContext.unread. What is asked for is not where it should be: it may be in any other file."""
        for name in self.store.listed.of:
            self.store.of(name)
        return ValidationContext.unread(self, kind, stem)

    def _known(self, kind: str, key: Callable[[Entry], str | None]) -> dict[str, list[Entry]]:
        near = group(self.store.of(kind), lambda entry: entry.path)
        read, other = set(self.store.near[kind]), placeholder_entry(kind)
        found: dict[str, list[Entry]] = {}
        for path in self.store.listed.of.get(kind, ()):
            if path in read:
                for code, entries in group(near.get(self.store.shown(path), []), key).items():
                    found.setdefault(code, []).extend(entries)
            else:
                found.setdefault(self.store.listed.sketches[path].code or "", []).append(other)
        return found


def check_file(content: Path, relative: str, as_of: dt.date | None, known: FileIndex | None = None) -> list[Problem]:
    """What `tthc check` says of the file at `relative` (posix path below `content`). known: the content's files, when they are listed
    already. Never raises for bad content."""
    shown = f"{content.name}/{display_path(relative)}"
    kind = record_kind(relative)
    named = {name_fault(shown, why) for path, why in faults(_siblings(content, relative)) if path == relative}
    if kind is None:
        return sorted({*named, *filter(None, [unread(shown, relative)])})
    alone = Store({kind.name: []})
    read_file(content / relative, shown, kind, alone)
    store = LazyStore({}, root=content, listed=known or index_files(content), file=relative, own=alone.entries[kind.name])
    own = [entry for entry in store.of(kind.name) if entry.path == shown]
    problems = {*named, *alone.problems, *check_entries(own, LazyContext(store, store.day(as_of)))}
    return sorted(problem for problem in problems if problem.path == shown)


def _siblings(content: Path, relative: str) -> list[str]:
    """The files beside one, in path order: two names may be one to some systems."""
    folder = relative.rpartition("/")[0]
    with suppress(OSError), os.scandir(content / folder) as items:
        return sorted(f"{folder}/{item.name}".lstrip("/") for item in items if item.is_file(follow_symlinks=False))
    return [relative]
