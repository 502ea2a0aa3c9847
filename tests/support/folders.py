"""What is in a folder, to be compared with what was or should be."""

from __future__ import annotations

import os
from pathlib import Path


def file_bytes(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`: its path there, with slashes → its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything(folder: Path) -> dict[str, bytes | str | None]:
    """Every file, link and folder below `folder`: path → bytes, where it leads, or None."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(folder.rglob("*"))
    }
