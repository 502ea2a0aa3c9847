"""All records in memory, kept up to date with the disk: for the list, the checks, the preview and the choices."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from generator.editor.draft_context import BaseContexts
from generator.io.regular_file import is_regular
from generator.loading.entry import Entry
from generator.loading.file_names import record_kind, unread
from generator.loading.folder import display_path, list_content, locate, no_file, read_file, read_text
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import KINDS, Kind

AGE = 2.0  # seconds: while an officer types, other programs' changes may be that late


@dataclass(slots=True)
class LoadedFile:
    """The records and problems of one file. stamp: its modification time and size when it was read."""

    stamp: tuple[int, int]
    kind: Kind | None
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


class LoadedContent:
    """Reads every file once, and later only those that changed. Safe for several threads."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.files: dict[str, LoadedFile] = {}
        self.names: list[Problem] = []
        self.lock = threading.RLock()
        self._store: Store | None = None
        self._looked = 0.0
        self.contexts = BaseContexts()

    def expire(self) -> None:
        """Call after a file was written: the next answer rescans the disk."""
        self._looked = 0.0
        self.contexts = BaseContexts()

    def display_path(self, path: str) -> str:
        """The path in messages of the site's own file."""
        return f"{self.content.name}/{display_path(path)}"

    def refresh(self, max_age: float = 0) -> Store:
        """The store of the content on disk. max_age: seconds for which a previous scan is reused."""
        with self.lock:
            if self._store is not None and time.monotonic() - self._looked < max_age:
                return self._store
            self._looked = time.monotonic()
            paths, self.names = list_content(self.content)
            gone = self.files.keys() - set(paths)
            for path in gone:
                del self.files[path]
            changed = bool(gone)
            for path in paths:
                stamp = self._stamp(path)
                if path not in self.files or self.files[path].stamp != stamp:
                    self.files[path] = self._read(path, stamp)
                    changed = True
            if changed or self._store is None:
                self._store = self.store_of(self.files)
            return self._store

    def _stamp(self, path: str) -> tuple[int, int]:
        try:
            state = os.stat(locate(self.content, path)[0], follow_symlinks=False)
        except OSError:
            return (0, -1)
        return (state.st_mtime_ns, state.st_size)

    def _read(self, path: str, stamp: tuple[int, int]) -> LoadedFile:
        kind, store = record_kind(path), Store({one.name: [] for one in KINDS})
        file, shown = locate(self.content, path)
        if kind is not None:
            read_file(file, shown, kind, store)
        elif not is_regular(file):
            store.problems.append(no_file(shown))
        else:
            store.problems += filter(None, [unread(shown, path)])
        return _loaded_file(stamp, kind, store)

    def drafted(self, path: str, kind: Kind, text: str) -> LoadedFile:
        """The records and problems that the file at `path` would have with this text."""
        store = Store({one.name: [] for one in KINDS})
        read_text(text, self.display_path(path), kind, store)
        return _loaded_file((0, 0), kind, store)

    def with_drafts(self, drafts: dict[str, LoadedFile]) -> Store:
        """A store in which these files are replaced; the others are shared."""
        with self.lock:
            self.refresh(max_age=AGE)
            return self.store_of(self.files | drafts)

    def store_of(self, files: dict[str, LoadedFile]) -> Store:
        """One store of all loaded files, in path order."""
        store = Store({kind.name: [] for kind in KINDS}, list(self.names), self.content)
        for path in sorted(files):
            one = files[path]
            if one.kind is not None:
                store.entries[one.kind.name] += one.entries
            store.problems += one.problems
            store.unread |= one.unread
        return store


def _loaded_file(stamp: tuple[int, int], kind: Kind | None, store: Store) -> LoadedFile:
    return LoadedFile(stamp, kind, list(store.all()), store.problems, store.unread)
