"""Moves files of a new folder into a site, and files of the site into a new folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.io import mark
from generator.io.file import link


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
        link(f"{out}/{name}", f"{new}/{name}")


def link_folder(source: Path, target: Path) -> None:
    """Give the folder `target` every file of `source`. Raises OSError."""
    files = [path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()]
    link_unchanged(source, target, files)


def mark_sites(folder: Path, folders: set[str]) -> None:
    """Mark each site in these folders below `folder`, if there are several: each may later be built again alone. Raises
    OSError."""
    for inside in sorted(folders) if "" not in folders else ():
        mark.write(folder / inside)
