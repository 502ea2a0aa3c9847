"""Drafts: unsaved input, stored outside the content folder so that nothing unfinished is published. Each draft holds
the bytes of the file at the time it was opened: if the file changes meanwhile, both changes can be compared with it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.editor.private_files import write_private
from generator.editor.workspace import digest


@dataclass(frozen=True, slots=True)
class Draft:
    """path: below the content folder; text: as typed, uniform line ends; base: bytes of the file when it was opened;
    saved: seconds since 1970; author: who typed it; clashes: (field, what this author wrote, what another wrote) for
    the places of which `text` has the other's value."""

    path: str
    text: str
    base: bytes
    saved: float
    author: str = ""
    clashes: tuple[tuple[str, str, str], ...] = ()

    @property
    def digest(self) -> str:
        return digest(self.base)


class Drafts:
    """One JSON file per draft, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, path: str) -> Path:
        return self.folder / f"{hashlib.sha256(path.encode()).hexdigest()[:32]}.json"

    def keep(
        self, path: str, text: str, base: bytes, author: str, clashes: Sequence[tuple[str, str, str]] | None = None
    ) -> bool:
        """Store the draft. clashes: None for those of the draft that it replaces. False if the disk refuses it: full,
        read-only."""
        if clashes is None:
            old = self.of(path)
            clashes = old.clashes if old else ()
        row = {"path": path, "text": text, "base": base.decode("utf-8", "surrogateescape"), "author": author}
        data = json.dumps(row | {"saved": time.time(), "clashes": list(clashes)}, ensure_ascii=True)
        try:
            write_private(self._file(path), data.encode("ascii"))
        except OSError:
            return False
        return True

    def of(self, path: str) -> Draft | None:
        """The draft of a file, None without one."""
        return self._read(self._file(path))

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        found = [self._read(file) for file in self.folder.glob("*.json")] if self.folder.is_dir() else []
        return sorted(filter(None, found), key=lambda draft: -draft.saved)

    def drop(self, path: str) -> None:
        """Delete the draft of a file. Raises OSError."""
        with suppress(FileNotFoundError):
            self._file(path).unlink()

    def _read(self, file: Path) -> Draft | None:
        try:
            row = json.loads(file.read_bytes())
            base = str(row["base"]).encode("utf-8", "surrogateescape")
            clashes = tuple((str(field), str(mine), str(theirs)) for field, mine, theirs in row.get("clashes", []))
            return Draft(str(row["path"]), str(row["text"]), base, float(row["saved"]), str(row["author"]), clashes)
        except (OSError, ValueError, KeyError, TypeError):
            return None
