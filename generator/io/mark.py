"""The mark of a site: a file in its folder that lists every file this tool wrote there.

A folder without it is somebody's own and never replaced. With it, a file that is not on the list is somebody's own and kept when the
site is replaced (see staging.py). Pagefind's index, which
`serve` exchanges alone, has a mark of its own; a folder that holds nothing but sites, one for each commune, needs none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MARK = ".tthc-site.json"
NOTE = "Thư mục này do tthc dựng; lần dựng sau thay những tệp kể ở đây. Đừng để tệp của mình vào đây."
LATER = "pagefind"  # may come after the mark was written: while `serve` runs, the index follows the pages
# what systems leave in every folder that somebody looks at
LITTER = frozenset({".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini"})


def write(folder: Path) -> None:
    """Mark `folder` as it is now, Pagefind's index in it too. Raises OSError."""
    if (folder / LATER).is_dir():
        write(folder / LATER)
    names = sorted(_files(folder))
    text = json.dumps({"tthc": NOTE, "tep": names}, indent=0, ensure_ascii=False).encode("utf-8", "surrogateescape")
    new = folder / f"{MARK}.{os.getpid()}"
    new.write_bytes(text + b"\n")
    new.replace(folder / MARK)


def read(folder: Path) -> frozenset[str] | None:
    """The files that this tool wrote into `folder`, as paths below it; None when it carries no mark."""
    try:
        if (folder / MARK).is_symlink():
            return None
        found = json.loads((folder / MARK).read_bytes().decode("utf-8", "surrogateescape"))
    except (OSError, ValueError, RecursionError):
        return None
    names = found.get("tep") if isinstance(found, dict) and isinstance(found.get("tthc"), str) else None
    return frozenset(names) if isinstance(names, list) and all(isinstance(name, str) for name in names) else None


def is_ours(folder: Path) -> bool:
    """Whether `folder` is a site that this tool made, or holds nothing but such sites. Raises OSError."""
    return read(folder) is not None or bool(sites := _sites(folder)) and all(read(site) is not None for site in sites)


def _sites(folder: Path) -> list[Path]:
    """The folders in `folder`; none when something else is there too."""
    with os.scandir(folder) as found:
        items = [item for item in found if item.name not in LITTER]
    return (
        sorted(Path(item.path) for item in items) if all(item.is_dir(follow_symlinks=False) for item in items) else []
    )


def remove(folder: Path) -> bool:
    """Remove a folder that is ours, or an empty one; the mark goes last, so that a removal that is cut off can be finished. Files that are
    on no list stay. True when the folder is gone. Raises OSError."""
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
    for shown, item, known in _walk(folder, names):
        if not item.is_dir(follow_symlinks=False):
            if known and shown != MARK:
                os.unlink(item.path)
        elif not known:
            below += [path for path, _, _ in os.walk(item.path)]  # somebody's, to be kept unless there is nothing in it
        elif (f"{shown}/{MARK}" in names or shown == LATER) and read(Path(item.path)) is not None:
            remove(Path(item.path))
        else:
            below.append(item.path)
    for path in reversed(below):  # folders before those above them
        with suppress(OSError):
            os.rmdir(path)


def _walk(folder: Path, names: frozenset[str]) -> Iterator[tuple[str, os.DirEntry[str], bool]]:
    """(path below `folder`, entry, whether the mark knows it); nothing below folders that it does not know or that have their own."""
    folders = set[str]()
    for name in names:
        above = name.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    left = [(str(folder), "")]
    while left:
        place, before = left.pop()
        with os.scandir(place) as found:
            items = list(found)
        for item in items:
            shown = before + item.name
            if not item.is_dir(follow_symlinks=False):
                yield shown, item, shown in names or shown == MARK or item.name in LITTER
                continue
            judged = f"{shown}/{MARK}" in names or shown == LATER
            if judged and read(Path(item.path)) is not None:
                yield shown, item, True
            elif shown in folders:
                yield shown, item, True
                left.append((item.path, f"{shown}/"))
            else:
                yield shown, item, False


def _files(folder: Path) -> Iterator[str]:
    """Every file below `folder`; of a folder with a mark of its own only that mark."""
    left = [(str(folder), "")]
    while left:
        place, before = left.pop()
        with os.scandir(place) as items:
            for item in items:
                if not item.is_dir(follow_symlinks=False):
                    if before or not item.name.startswith(MARK):
                        yield before + item.name
                elif os.path.lexists(f"{item.path}/{MARK}"):
                    yield f"{before}{item.name}/{MARK}"
                else:
                    left.append((item.path, f"{before}{item.name}/"))
