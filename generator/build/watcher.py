"""File watching with native file-system events.

MkDocs polls every file twice a second; events save half a second per change. Network folders and some virtual ones send
no events; TTHC_POLL=1 switches back to polling."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import PurePath
from typing import Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.utils.dirsnapshot import DirectorySnapshot

CHANGES = {"created", "modified", "moved", "deleted"}  # not reads, which every build does


class RelevantChangesHandler(FileSystemEventHandler):
    """Forwards changes, except of hidden files and compiled templates."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self.handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [PurePath(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in CHANGES and any(
            not path.name.startswith(".") and "__pycache__" not in path.parts for path in names
        ):
            self.handler.on_any_event(event)


class ReplacedHandler(FileSystemEventHandler):
    """Calls `renew` when another file or folder takes the place of `path`. Put on the folder above it: the events of
    what is watched stay with it wherever it is moved, not with its name."""

    def __init__(self, path: str, renew: Callable[[], None]) -> None:
        self.path, self.renew = path, renew

    def on_any_event(self, event: FileSystemEvent) -> None:
        arrived = {"created": event.src_path, "moved": event.dest_path}.get(event.event_type)
        if arrived and os.fsdecode(arrived) == self.path:
            self.renew()


def native_observer() -> Any | None:
    """An observer that uses native events; None if TTHC_POLL is set."""
    if os.environ.get("TTHC_POLL"):
        return None
    observer = Observer()
    schedule = observer.schedule

    def scheduled(handler: FileSystemEventHandler, path: str, *, recursive: bool = False, **others: Any) -> Any:
        relevant = RelevantChangesHandler(handler)
        places: set[str] = set()
        watched: Any = None

        def watch() -> Any:
            """Watch where `path` leads: a link itself has no events of the folder behind it."""
            real = os.path.realpath(path)
            for place in {path, real} - places:
                if os.path.exists(place) and os.access(above := os.path.dirname(place), os.R_OK):
                    places.add(place)
                    schedule(ReplacedHandler(place, renew), above, recursive=False)
            return schedule(relevant, real, recursive=recursive, **others)

        def renew() -> None:
            nonlocal watched
            with suppress(KeyError):  # not watched: it was gone again at once
                observer.unschedule(watched)
            with suppress(OSError):
                watched = watch()
                handler.on_any_event(FileModifiedEvent(path))

        watched = watch()
        return watched

    observer.schedule = scheduled  # type: ignore[assignment,method-assign]
    return observer


class ChangesBeforeWatching:
    """Finds what was saved between the moment when it is made and the moment when an observer starts: MkDocs builds
    first and watches afterwards, and that first build takes seconds."""

    def __init__(self, paths: Iterable[str]) -> None:
        """paths: absolute paths of files and folders that will be watched; those that do not exist count as well."""
        self.paths = list(paths)
        self.before = self._files()

    def found(self) -> bool:
        """Whether a file came, went or was written since."""
        return self._files() != self.before

    def _files(self) -> dict[str, tuple[int, int, float]]:
        files = {}
        for path in filter(os.path.exists, self.paths):
            seen = DirectorySnapshot(path)
            for name in seen.paths:
                if not seen.isdir(name):
                    status = seen.stat_info(name)
                    files[str(name)] = (status.st_ino, status.st_size, status.st_mtime)
        return files


def rebuild_once_started(observer: Any, earlier: ChangesBeforeWatching, rebuild: Callable[[], None]) -> None:
    """Make `observer` call `rebuild` right after it has started, if something changed `earlier`."""
    start = observer.start

    def started() -> None:
        start()
        if earlier.found():
            with suppress(SystemExit):  # MkDocs' Abort, after it said why; the next change builds again
                rebuild()

    observer.start = started
