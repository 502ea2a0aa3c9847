"""Validates one file in the context of all others, in a third of a second, fast enough for an editor.

Other kinds are loaded when a rule asks for them; of procedures and documents only those that reference the file or are
referenced by it, the rest are known by their headers. tests/build/test_single_file.py compares this to a full check.
"""

from __future__ import annotations

import datetime as dt
import glob
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.build.header_cache import KEYS, FileIndex, index_files
from generator.build.prescan import find_codes, placeholder_entry, top_level_scalar
from generator.checks._engine.context import ValidationContext, group, names_of_files, normalised_name
from generator.checks._engine.runner import check, check_entries
from generator.loading.decoding import read_source
from generator.loading.file_names import record_kind, unread
from generator.loading.folder import display_path, name_fault, read_file, read_folder
from generator.loading.store import Entry, Store
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from generator.schema.portable_names import faults


@dataclass(slots=True)
class LazyStore(Store):
    """The store for checking one file: a kind is loaded on first access; of the kinds in KEYS only the dependencies."""

    listed: FileIndex = field(default_factory=lambda: FileIndex({}, {}))
    file: str = ""
    own: list[Entry] = field(default_factory=list)
    near: dict[str, list[str]] = field(default_factory=dict)  # files that were loaded, by kind

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        if kind not in self.entries:
            self.entries[kind] = []
            paths = self.near[kind] = self._dependencies(kind) if kind in KEYS else self.listed.of.get(kind, [])
            for relative in paths:
                assert self.root is not None
                read_file(self.root / relative, self.shown(relative), BY_NAME[kind], self)
        return self.entries[kind]

    def day(self, given: dt.date | None = None) -> dt.date:
        """As Store.day; a site.yml that states the day in one line is not parsed."""
        sites = self.listed.of.get("site", [])
        text = read_source(self.root / sites[0], sites[0])[0] if self.root and len(sites) == 1 and not given else None
        with suppress(ValueError):
            return dt.date.fromisoformat(top_level_scalar(text or "", "as_of") or "")
        return Store.day(self, given)

    def shown(self, relative: str) -> str:
        """The path as shown in messages."""
        return f"{self.root.name if self.root else ''}/{display_path(relative)}"

    def _dependencies(self, kind: str) -> list[str]:
        """Files of a kind in KEYS that have to be loaded: the file itself, those it mentions, those that mention it or
        share a name with it, and those without a readable header."""
        paths = self.listed.of.get(kind, [])
        if self.own and self.own[0].kind.name == "site":  # its rules look at all documents
            return paths
        text = self.own[0].document.text if self.own else ""
        records = [entry.record for entry in self.own if entry.kind.name == "procedure"]
        codes = {record.code for record in records if record.code}
        names = {normalised_name(record.name or "") for record in records} - {""}
        nonstandard = codes - set().union(*map(find_codes, codes))  # the prescan does not find these
        dependencies = []
        for path in paths:
            _, code, name, mentioned, _ = self.listed.sketches[path]
            unclear = not code or (kind == "procedure" and not name)
            if (
                unclear
                or path == self.file
                or (code or "") in text
                or name in names
                or not codes.isdisjoint(mentioned)
                or (nonstandard and self._contains_any(path, nonstandard))
            ):
                dependencies.append(path)
        return dependencies

    def _contains_any(self, path: str, codes: set[str]) -> bool:
        text = read_source(self.root / path, path)[0] if self.root else None
        return any(code in (text or "") for code in codes)


@dataclass
class LazyContext(ValidationContext):
    """A context in which all but the file's dependencies are placeholders, known by code alone."""

    store: LazyStore

    @cached_property
    def procedures(self) -> dict[str, list[Entry]]:
        return self._by_code("procedure", lambda entry: entry.record.code)

    @cached_property
    def laws(self) -> dict[str, list[Entry]]:
        return self._by_code("law", lambda entry: entry.record.number)

    @cached_property
    def procedure_files(self) -> set[str]:
        return names_of_files(
            self.store.listed.sketches[path].stem for path in self.store.listed.of.get("procedure", ())
        )

    def unread(self, kind: str, stem: str = "") -> bool:
        """As ValidationContext.unread, after loading all kinds: a missing record may be in any other file."""
        for name in self.store.listed.of:
            self.store.of(name)
        return ValidationContext.unread(self, kind, stem)

    def _by_code(self, kind: str, key: Callable[[Entry], str | None]) -> dict[str, list[Entry]]:
        by_path = group(self.store.of(kind), lambda entry: entry.path)
        loaded, placeholder = set(self.store.near[kind]), placeholder_entry(kind)
        by_code: dict[str, list[Entry]] = {}
        for path in self.store.listed.of.get(kind, ()):
            if path in loaded:
                for code, entries in group(by_path.get(self.store.shown(path), []), key).items():
                    by_code.setdefault(code, []).extend(entries)
            else:
                by_code.setdefault(self.store.listed.sketches[path].code or "", []).append(placeholder)
        return by_code


def check_file(content: Path, relative: str, as_of: dt.date | None, known: FileIndex | None = None) -> list[Problem]:
    """The problems of the file at `relative` (POSIX path below `content`), as in a full check. known: the file index of
    the content, if there is one already. Never raises for bad content."""
    shown = f"{content.name}/{display_path(relative)}"
    if has_versions_beside(content / relative):  # checked as of several days, with all other records
        store = read_folder(content)
        first, *others = store.days(as_of)
        return [problem for problem in check(store, first, None, others) if problem.path == shown]
    kind = record_kind(relative)
    named = {name_fault(shown, reason) for path, reason in faults(_siblings(content, relative)) if path == relative}
    if kind is None:
        return sorted({*named, *filter(None, [unread(shown, relative)])})
    alone = Store({kind.name: []})
    read_file(content / relative, shown, kind, alone)
    index = known or index_files(content)
    store = LazyStore({}, root=content, listed=index, file=relative, own=alone.entries[kind.name])
    own = [entry for entry in store.of(kind.name) if entry.path == shown]
    problems = {*named, *alone.problems, *check_entries(own, LazyContext(store, store.day(as_of)))}
    return sorted(problem for problem in problems if problem.path == shown)


def has_versions_beside(file: Path) -> bool:
    """The file is a version of a record, or has versions."""
    return "@" in file.name or any(file.parent.glob(f"{glob.escape(file.stem)}@*"))


def _siblings(content: Path, relative: str) -> list[str]:
    """The files in the same folder, in path order, for names that are equal on some systems."""
    folder = relative.rpartition("/")[0]
    with suppress(OSError), os.scandir(content / folder) as items:
        return sorted(f"{folder}/{item.name}".lstrip("/") for item in items if item.is_file(follow_symlinks=False))
    return [relative]
