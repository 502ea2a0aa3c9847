"""Fingerprints of the content and of the code that makes a site of it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Set
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from generator.regular_file import NotRegular, read_regular

PACKAGE = Path(__file__).resolve().parents[1]
# what is in these decides about bytes of pages; their versions count as code
LIBRARIES = (
    "jinja2",
    "markupsafe",
    "pydantic",
    "pyyaml",
    "markdown",
    "nh3",
    "segno",
    "typst",
    "mkdocs-material",
    "pagefind",
)

FileStates = dict[str, tuple[int, int, bytes]]  # path -> size, time of change, digest


def hash_tree(folder: Path, known: FileStates, since: int, without: Set[str] = frozenset()) -> FileStates:
    """Every file below `folder` that is not hidden, but those in `without`. A file whose size and time of change are those in `known` is not read
    again, unless it changed so shortly before `since` (ns) that a later change could carry the same time. What cannot be read has no digest."""
    return {
        shown: _file(item, known.get(shown), since)
        for shown, item in walk(folder)
        if shown not in without and not item.name.startswith(".")
    }


def _file(item: os.DirEntry[str], known: tuple[int, int, bytes] | None, since: int) -> tuple[int, int, bytes]:
    try:
        state = item.stat(follow_symlinks=False)
        size, changed = state.st_size, state.st_mtime_ns
        if known and known[:2] == (size, changed) and mtime_is_trustworthy(changed, since):
            return known
        if item.is_symlink():
            return size, changed, os.readlink(item.path).encode("utf-8", "surrogateescape")
        return size, changed, hashlib.blake2b(read_regular(item.path)[0], digest_size=16).digest()
    except OSError:  # the reader says what is wrong with it
        return 0, 0, b""


def mtime_is_trustworthy(changed: int, since: int) -> bool:
    """Whether a file that changed at one time (ns) cannot have changed once more, unseen, after it was looked at: clocks of files may be coarse."""
    return changed < since - 2_000_000_000


def walk(folder: Path, hidden: bool = False, folders: bool = False) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below `folder`, after its path in there; hidden: also those in hidden folders; folders: these too, their paths end with “/”.
    Nothing of a folder that goes away meanwhile or cannot be read."""
    left: list[tuple[str, str, os.DirEntry[str] | None]] = [(str(folder), "", None)]
    while left:
        place, shown, itself = left.pop()
        with suppress(OSError), os.scandir(place) as items:
            if folders and itself:
                yield shown, itself
            for item in items:
                if not item.is_dir(follow_symlinks=False):
                    yield shown + item.name, item
                elif hidden or not item.name.startswith("."):
                    left.append((item.path, f"{shown}{item.name}/", item))


def theme_hash(folder: Path) -> bytes:
    """The templates, styles and scripts; they may change while `serve` runs."""
    return _files(hashlib.blake2b(digest_size=16), folder, "")


@lru_cache(maxsize=1)
def code_hash() -> bytes:
    """The generator, its words for search that content without its own borrows, the libraries, this Python: as they were when
    this process began."""
    whole = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name in LIBRARIES:
        try:
            whole.update(f"{name} {metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError:
            whole.update(f"{name} absent\n".encode())
    _files(whole, PACKAGE, (".py", ".typ", ".js", ".css", ".html"))
    return _files(whole, PACKAGE.parent / "content" / "search", "")


def _files(whole: hashlib.blake2b, folder: Path, endings: str | tuple[str, ...]) -> bytes:
    found = (
        (shown, item.path)
        for shown, item in walk(folder, hidden=True)
        if shown.endswith(endings) and "__pycache__/" not in shown
    )
    for shown, path in sorted(found):
        try:
            data = read_regular(path)[0]
        except NotRegular:  # no template or script
            continue
        whole.update(f"{shown}\n{len(data)}\n".encode() + data)
    return whole.digest()
