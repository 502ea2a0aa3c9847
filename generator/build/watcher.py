"""File watching with native file-system events.

MkDocs polls every file twice a second; events save half a second per change. Network folders and some virtual ones send
no events; TTHC_POLL=1 switches back to polling."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

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


def native_observer() -> Any | None:
    """An observer that uses native events; None if TTHC_POLL is set."""
    if os.environ.get("TTHC_POLL"):
        return None
    observer = Observer()
    schedule = observer.schedule

    def scheduled(handler: FileSystemEventHandler, path: str, *, recursive: bool = False, **others: Any) -> Any:
        return schedule(RelevantChangesHandler(handler), path, recursive=recursive, **others)

    observer.schedule = scheduled  # type: ignore[assignment,method-assign]
    return observer
