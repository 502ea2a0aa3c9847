"""Files of the editor itself, outside the content and ignored by git: drafts, reasons, sent states."""

from __future__ import annotations

from pathlib import Path

from generator.io.file import replace_file


def write_private(file: Path, data: bytes) -> None:
    """Write a file in a folder that git ignores; the folder is created if needed. Raises OSError."""
    if not file.parent.is_dir():
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n", "utf-8")
    replace_file(file, data)
