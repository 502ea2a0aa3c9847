"""Drafts: unsaved input, stored outside the content folder so that nothing unfinished is published. Each draft holds
the bytes of the file at the time it was opened: if the file changes meanwhile, both changes can be compared with it."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.editor.private_files import write_private
from generator.editor.workspace import digest


@dataclass(frozen=True, slots=True)
class Draft:
    """path: below the content folder; text: as typed, uniform line ends; base: bytes of the file when it was opened;
    saved: seconds since 1970; author: who typed it."""

    path: str
    text: str
    base: bytes
    saved: float
    author: str = ""

    @property
    def digest(self) -> str:
        return digest(self.base)


class Drafts:
    """One JSON file for each draft, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, path: str) -> Path:
        return self.folder / f"{hashlib.sha256(path.encode()).hexdigest()[:32]}.json"

    def keep(self, path: str, text: str, base: bytes, author: str) -> None:
        """Store the draft. Raises OSError."""
        row = {"path": path, "text": text, "base": base.decode("utf-8", "surrogateescape"), "author": author}
        data = json.dumps(row | {"saved": time.time()}, ensure_ascii=True)
        write_private(self._file(path), data.encode("ascii"))

    def of(self, path: str) -> Draft | None:
        """The draft of a file, None without one."""
        return self._read(self._file(path))

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        found = [self._read(file) for file in self.folder.glob("*.json")] if self.folder.is_dir() else []
        return sorted(filter(None, found), key=lambda draft: -draft.saved)

    def drop(self, path: str) -> None:
        """Delete the draft of a file."""
        with suppress(FileNotFoundError):
            self._file(path).unlink()

    def _read(self, file: Path) -> Draft | None:
        try:
            row = json.loads(file.read_bytes())
            base = str(row["base"]).encode("utf-8", "surrogateescape")
            return Draft(str(row["path"]), str(row["text"]), base, float(row["saved"]), str(row["author"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
