"""The mark of a site: a manifest in its folder that lists every file this tool wrote there.

A folder without a mark belongs to the user and is never replaced. In a marked folder, unlisted files belong to the user
and are kept when the site is replaced (see staging.py). Pagefind's index, which `serve` replaces separately, has its
own mark; a folder that contains only sites, one per commune, needs none."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.io.file import replace_file

MARK = ".tthc-site.json"
NOTE = "Thư mục này do tthc dựng; lần dựng sau thay những tệp kể ở đây. Đừng để tệp của mình vào đây."
LATER = "pagefind"  # may be written after the mark: under `serve`, the index follows the pages
# files that operating systems create in every opened folder
LITTER = frozenset({".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini"})


def write(folder: Path) -> None:
    """Write the mark for the current files of `folder`, and of Pagefind's index in it. Raises OSError."""
    if (folder / LATER).is_dir():
        write(folder / LATER)
    write_names(folder, _files(folder))


def write_names(folder: Path, names: Iterable[str]) -> None:
    """Write the mark of `folder`, which lists these files. Raises OSError."""
    data = {"tthc": NOTE, "tep": sorted(names)}
    text = json.dumps(data, indent=0, ensure_ascii=False).encode("utf-8", "surrogateescape")
    replace_file(folder / MARK, text + b"\n")


def read(folder: Path) -> frozenset[str] | None:
    """The files that this tool wrote into `folder`, as paths below it; None if it has no mark."""
    try:
        if (folder / MARK).is_symlink():
            return None
        data = json.loads((folder / MARK).read_bytes().decode("utf-8", "surrogateescape"))
    except (OSError, ValueError, RecursionError):
        return None
    names = data.get("tep") if isinstance(data, dict) and isinstance(data.get("tthc"), str) else None
    return frozenset(names) if isinstance(names, list) and all(isinstance(name, str) for name in names) else None


def is_ours(folder: Path) -> bool:
    """True if `folder` is a site that this tool created, or contains only such sites. Raises OSError."""
    return read(folder) is not None or bool(sites := _sites(folder)) and all(read(site) is not None for site in sites)


def _sites(folder: Path) -> list[Path]:
    """The subfolders of `folder`; none if it contains anything else."""
    with os.scandir(folder) as entries:
        items = [item for item in entries if item.name not in LITTER]
    if not all(item.is_dir(follow_symlinks=False) for item in items):
        return []
    return sorted(Path(item.path) for item in items)


def remove(folder: Path) -> bool:
    """Remove a folder of this tool, or an empty one; the mark last, so that an interrupted removal can be repeated.
    Unlisted files are kept. True if the folder is gone. Raises OSError."""
    names = read(folder)
    if names is not None:
        _remove(folder, names)
        if all(name == MARK for name in os.listdir(folder)):
            (folder / MARK).unlink(missing_ok=True)
    elif is_ours(folder):
        for site in _sites(folder):
            remove(site)
    with suppress(OSError):
        folder.rmdir()
    return not folder.exists()


def _remove(folder: Path, names: frozenset[str]) -> None:
    below: list[str] = []
    for shown, item, listed in _walk(folder, names):
        if not item.is_dir(follow_symlinks=False):
            if listed and shown != MARK:
                os.unlink(item.path)
        elif not listed:
            below += [path for path, _, _ in os.walk(item.path)]  # the user's: kept unless empty
        elif (f"{shown}/{MARK}" in names or shown == LATER) and read(Path(item.path)) is not None:
            remove(Path(item.path))
        else:
            below.append(item.path)
    for path in reversed(below):  # children before parents
        with suppress(OSError):
            os.rmdir(path)


def _walk(folder: Path, names: frozenset[str]) -> Iterator[tuple[str, os.DirEntry[str], bool]]:
    """Yield (relative path, entry, True if the mark lists it). Does not descend into unlisted folders, nor into those
    with a mark of their own."""
    folders = set[str]()
    for name in names:
        above = name.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    pending = [(str(folder), "")]
    while pending:
        location, before = pending.pop()
        with os.scandir(location) as entries:
            items = list(entries)
        for item in items:
            shown = before + item.name
            if not item.is_dir(follow_symlinks=False):
                yield shown, item, shown in names or shown == MARK or item.name in LITTER
                continue
            has_own_mark = f"{shown}/{MARK}" in names or shown == LATER
            if has_own_mark and read(Path(item.path)) is not None:
                yield shown, item, True
            elif shown in folders:
                yield shown, item, True
                pending.append((item.path, f"{shown}/"))
            else:
                yield shown, item, False


def _files(folder: Path) -> Iterator[str]:
    """Every file below `folder`; of a folder with its own mark only that mark."""
    pending = [(str(folder), "")]
    while pending:
        location, before = pending.pop()
        with os.scandir(location) as items:
            for item in items:
                if not item.is_dir(follow_symlinks=False):
                    if before or not item.name.startswith(MARK):
                        yield before + item.name
                elif os.path.lexists(f"{item.path}/{MARK}"):
                    yield f"{before}{item.name}/{MARK}"
                else:
                    pending.append((item.path, f"{before}{item.name}/"))
