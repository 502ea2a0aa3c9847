"""Imports that were shown and wait for the officer's answer: in memory, so a file that nobody wants leaves nothing."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field

from generator.editor.workspace import FileChange
from generator.importing.import_report import Table

KEPT = 4  # the oldest is forgotten; its file can be chosen again


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One record that would be written. sentences: what changes in it; errors: what the check would find; draft:
    somebody has an unsaved draft of it."""

    path: str
    title: str
    sentences: list[str]
    errors: list[str]
    draft: bool


@dataclass(slots=True)
class PlannedImport:
    """name: of the file, as shown; changes: records to write; remembered: what the next import must know, path → text;
    counts: (number, Vietnamese) of each outcome; left: (what is not taken from the file, why); done: it was written."""

    name: str
    words: str
    changes: list[FileChange]
    remembered: dict[str, str]
    counts: list[tuple[int, str]]
    left: list[tuple[str, str]]
    new: list[ImportedFile] = field(default_factory=list)
    changed: list[ImportedFile] = field(default_factory=list)
    report: list[Table] = field(default_factory=list)
    done: bool = False


class ImportPlans:
    """The last plans by their key. Safe for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._plans: dict[str, PlannedImport] = {}

    def keep(self, plan: PlannedImport) -> str:
        """The key of the plan."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._plans[key] = plan
            for old in list(self._plans)[:-KEPT]:
                del self._plans[old]
        return key

    def of(self, key: str) -> PlannedImport | None:
        """The plan, None if it was forgotten."""
        return self._plans.get(key)
