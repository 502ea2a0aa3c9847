"""Seeing a saved file at once, by the system's own notices.

Buys: half a second of waiting and a look at every file twice a second, which is what MkDocs' watching costs. Folders of other
machines (network, some virtual ones) send no notices; TTHC_POLL=1 goes back to looking."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

CHANGES = {"created", "modified", "moved", "deleted"}  # reading a file, which every build does, is none


class RelevantChangesHandler(FileSystemEventHandler):
    """Passes on what changed a file that counts: no hidden one, no compiled template."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self.handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [PurePath(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in CHANGES and any(
            not path.name.startswith(".") and "__pycache__" not in path.parts for path in names
        ):
            self.handler.on_any_event(event)


def native_observer() -> Any | None:
    """An observer to take the place of a polling one; None where somebody asked for polling."""
    if os.environ.get("TTHC_POLL"):
        return None
    observer = Observer()
    schedule = observer.schedule

    def scheduled(handler: FileSystemEventHandler, path: str, *, recursive: bool = False, **others: Any) -> Any:
        return schedule(RelevantChangesHandler(handler), path, recursive=recursive, **others)

    observer.schedule = scheduled  # type: ignore[assignment,method-assign]
    return observer
