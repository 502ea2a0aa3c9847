"""Moves files of a new folder into a site, and files of the site into a new folder."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable
from pathlib import Path

from generator.io import mark
from generator.io.file import link


def differing(new: Path, out: Path, names: Iterable[str], limit: int) -> tuple[list[str], list[str]] | None:
    """Compare the files `names` of the folder `new` with `out`: those that `out` lacks, those that have other bytes
    there; None if they are more than `limit`. Raises OSError."""
    lacking: list[str] = []
    others: list[str] = []
    for name in sorted(set(names)):
        if not os.path.exists(f"{out}/{name}"):
            lacking.append(name)
        elif not filecmp.cmp(f"{new}/{name}", f"{out}/{name}", shallow=False):
            others.append(name)
        if len(lacking) + len(others) > limit:
            return None
    filecmp.clear_cache()
    return lacking, others


def replace_files(new: Path, out: Path, lacking: list[str], others: list[str], obsolete: list[str]) -> list[str]:
    """Move files from the folder `new` to `out`, each atomically: first those that `out` lacks, since others may refer
    to them. Then delete the files `obsolete`. At any moment the mark lists every file that is there. Returns the files
    that were written. Raises OSError."""
    listed = (mark.read(out) or frozenset()) | set(lacking) if lacking or obsolete else frozenset[str]()
    if lacking:
        mark.write_names(out, listed)
    for name in (*lacking, *others):
        (new / name).replace(out / name)
    for name in obsolete:
        (out / name).unlink()
    if obsolete:
        mark.write_names(out, listed - set(obsolete))
    return [*lacking, *others, *([mark.MARK] if lacking or obsolete else [])]


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
    """Mark each of the sites in `folders` below `folder`, so that each may later be built alone; nothing if the site is
    `folder` itself. Raises OSError."""
    for inside in sorted(folders) if "" not in folders else ():
        mark.write(folder / inside)
