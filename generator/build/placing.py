"""Puts new files into a site that otherwise stays as it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

REPLACED_ONE_BY_ONE = 20  # files; with more, or when names come or go, the whole folder is exchanged at once


def replace_files(new: Path, out: Path, names: Iterable[str]) -> list[str]:
    """Move the files `names` from the folder `new` to `out`, each atomically, where the bytes differ. Returns those
    that were replaced. Raises OSError."""
    changed = [name for name in sorted(set(names)) if (out / name).read_bytes() != (new / name).read_bytes()]
    for name in changed:
        (new / name).replace(out / name)
    return changed


def link_unchanged(out: Path, new: Path, names: Iterable[str]) -> None:
    """Give the folder `new` the files `names` of `out`: as hard links, or copies where links are not supported. Raises
    OSError."""
    folders: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(f"{new}/{folder}", exist_ok=True)
            folders.add(folder)
        try:
            os.link(f"{out}/{name}", f"{new}/{name}")
        except OSError:
            shutil.copyfile(f"{out}/{name}", f"{new}/{name}")
