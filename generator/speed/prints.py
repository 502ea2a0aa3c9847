"""Fingerprints: of the content, of a finished site, of the code that made it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Set
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
# what is in these decides about bytes of pages; their versions count as code
LIBRARIES = ("jinja2", "markupsafe", "pydantic", "pyyaml", "markdown", "nh3", "segno", "typst", "mkdocs-material", "pagefind")

Seen = dict[str, tuple[int, int, bytes]]  # path -> size, time of change, digest


def tree(folder: Path, known: Seen, since: int, without: Set[str] = frozenset()) -> Seen:
    """Every file below `folder` that is not hidden, but those in `without`. A file whose size and time of change are those in `known` is not read
    again, unless it changed so shortly before `since` (ns) that a later change could carry the same time."""
    found: Seen = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                path = os.path.join(place, name)
                shown = os.path.relpath(path, folder).replace(os.sep, "/")
                if shown not in without:
                    found[shown] = _file(path, known.get(shown), since)
    return found


def _file(path: str, known: tuple[int, int, bytes] | None, since: int) -> tuple[int, int, bytes]:
    state = os.lstat(path)
    size, changed = state.st_size, state.st_mtime_ns
    if known and known[:2] == (size, changed) and changed < since - 2_000_000_000:
        return known
    if os.path.islink(path):
        return size, changed, os.readlink(path).encode("utf-8", "surrogateescape")
    with open(path, "rb") as file:
        return size, changed, hashlib.blake2b(file.read(), digest_size=16).digest()


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of every file of a finished site. What goes away meanwhile (the index that `serve` makes in the
    background is put in place as a whole) is not there."""
    found: dict[str, tuple[int, int]] = {}
    left = [(str(folder), "")]
    while left:
        place, shown = left.pop()
        with suppress(FileNotFoundError), os.scandir(place) as items:
            for item in items:
                if item.is_dir(follow_symlinks=False):
                    left.append((item.path, f"{shown}{item.name}/"))
                    continue
                with suppress(FileNotFoundError):
                    state = item.stat(follow_symlinks=False)
                    found[shown + item.name] = (state.st_size, state.st_mtime_ns)
    return found


def theme(folder: Path) -> bytes:
    """The templates, styles and scripts; they may change while `serve` runs."""
    return _files(hashlib.blake2b(digest_size=16), folder, "*")


@lru_cache(maxsize=1)
def code() -> bytes:
    """The generator, its words for search that content without its own borrows, the libraries, this Python: as they were when
    this process began."""
    whole = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name in LIBRARIES:
        try:
            whole.update(f"{name} {metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError:
            whole.update(f"{name} absent\n".encode())
    _files(whole, PACKAGE, "*.py")
    for pattern in ("*.typ", "*.js", "*.css", "*.html"):
        _files(whole, PACKAGE, pattern)
    return _files(whole, PACKAGE.parent / "content" / "search", "*")


def _files(whole: hashlib.blake2b, folder: Path, pattern: str) -> bytes:
    for file in sorted(path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts):
        data = file.read_bytes()
        whole.update(f"{file.relative_to(folder)}\n{len(data)}\n".encode() + data)
    return whole.digest()
