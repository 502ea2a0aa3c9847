"""The states of files that were sent and are still waiting, so that they are not offered again."""

from __future__ import annotations

import json
from pathlib import Path

from generator.editor.private_files import write_private


class Sent:
    """Path → SHA-256 of the bytes that were sent; in a file outside the content."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "da-gui.txt"

    def all(self) -> dict[str, str]:
        try:
            rows = json.loads(self.file.read_bytes())
        except (OSError, ValueError):
            return {}
        return {str(path): str(digest) for path, digest in rows.items()} if isinstance(rows, dict) else {}

    def add(self, rows: dict[str, str]) -> None:
        """Store them. Raises OSError."""
        write_private(self.file, json.dumps(self.all() | rows, ensure_ascii=False, indent=1).encode())
