"""What records were before the last savings on this computer, so that a mistake can be taken back without git."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.editor.private_files import write_private

MAX_STATES = 20  # states kept of a record


class SavedState(NamedTuple):
    """raw: the file's bytes until it was saved at `saved`, seconds since 1970."""

    saved: float
    raw: bytes


class EarlierStates:
    """One JSON file per record, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, path: str) -> Path:
        return self.folder / f"{hashlib.sha256(path.encode()).hexdigest()[:32]}.json"

    def keep(self, path: str, raw: bytes) -> None:
        """Note the bytes that a file had until now. A disk that refuses it does not prevent saving."""
        states = [*self.of(path), SavedState(time.time(), raw)][-MAX_STATES:]
        rows = [(state.saved, state.raw.decode("utf-8", "surrogateescape")) for state in states]
        with suppress(OSError):
            write_private(self._file(path), json.dumps(rows).encode("ascii"))

    def of(self, path: str) -> list[SavedState]:
        """The earlier states of a file, the oldest first."""
        try:
            rows = json.loads(self._file(path).read_bytes())
            return [SavedState(float(saved), str(raw).encode("utf-8", "surrogateescape")) for saved, raw in rows]
        except (OSError, ValueError, TypeError):
            return []
