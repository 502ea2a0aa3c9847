"""Fingerprints of a build's inputs: content, theme and code."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.io.regular_file import NotRegular, read_regular
from generator.resources import SEARCH_WORDS

PACKAGE = Path(__file__).resolve().parents[1]
# libraries that affect the output; their versions count as code
LIBRARIES = (
    "jinja2",
    "markupsafe",
    "pydantic-core",
    "pyyaml",
    "markdown",
    "nh3",
    "rcssmin",
    "rjsmin",
    "segno",
    "typst",
    "mkdocs-material",
    "pagefind",
)

FileStates = dict[str, tuple[int, int, bytes]]  # path -> size, mtime (ns), digest


def hash_file(file: str) -> tuple[int, int, bytes]:
    """State of one file; an unreadable one has an empty digest."""
    try:
        state = os.lstat(file)
        if stat.S_ISLNK(state.st_mode):
            return state.st_size, state.st_mtime_ns, os.readlink(file).encode("utf-8", "surrogateescape")
        return state.st_size, state.st_mtime_ns, hashlib.blake2b(read_regular(file)[0], digest_size=16).digest()
    except OSError:  # the loader reports what is wrong with it
        return 0, 0, b""


def mtime_is_trustworthy(changed: int, since: int) -> bool:
    """True if `changed` (mtime, ns) is old enough that a write after `since` would have a different mtime; file-system
    clocks may be coarse."""
    return changed < since - 2_000_000_000


def walk(folder: Path, hidden: bool = False, folders: bool = False) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield (relative path, entry) for every file below `folder`. hidden: include hidden folders; folders: yield
    folders too, with paths that end with “/”. Folders that vanish or cannot be read are skipped."""
    pending: list[tuple[str, str, os.DirEntry[str] | None]] = [(str(folder), "", None)]
    while pending:
        location, shown, itself = pending.pop()
        with suppress(OSError), os.scandir(location) as items:
            if folders and itself:
                yield shown, itself
            for item in items:
                if not item.is_dir(follow_symlinks=False):
                    yield shown + item.name, item
                elif hidden or not item.name.startswith("."):
                    pending.append((item.path, f"{shown}{item.name}/", item))


def theme_hash(folder: Path) -> bytes:
    """Digest of the templates, styles and scripts; they may change while `serve` runs."""
    return _files(hashlib.blake2b(digest_size=16), folder, "")


@cache
def code_hash(packages: tuple[str, ...] = ()) -> bytes:
    """Digest of the generator, the default search words, the libraries and Python, computed once per process.
    packages: only these of the generator, and the modules outside any package."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    digest.update(repr(installed(sys.path)).encode())
    for folder in [PACKAGE / package for package in packages] or [PACKAGE]:
        _files(digest, folder, (".py", ".typ", ".js", ".css", ".html"))
    for file in sorted(PACKAGE.glob("*.py")) if packages else ():
        digest.update(read_regular(file)[0])
    return _files(digest, SEARCH_WORDS, "")


def installed(folders: Iterable[str]) -> list[str]:
    """`NAME-VERSION` of each library in these folders, the first one found of each. Read from the names of the metadata
    folders: importlib.metadata opens and parses them, which takes as long as importing all of our own modules."""
    found: dict[str, str] = {}
    for folder in folders:
        with suppress(OSError):
            for entry in sorted(os.listdir(folder or ".")):
                name, _, rest = entry.partition("-")
                plain = name.replace("_", "-").lower()
                if plain in LIBRARIES and rest.endswith((".dist-info", ".egg-info")):
                    found.setdefault(plain, f"{plain}-{rest}")
    return sorted(found.values())


def _files(digest: hashlib.blake2b, folder: Path, endings: str | tuple[str, ...]) -> bytes:
    files = (
        (shown, item.path)
        for shown, item in walk(folder, hidden=True)
        if shown.endswith(endings) and "__pycache__/" not in shown
    )
    for shown, path in sorted(files):
        try:
            data = read_regular(path)[0]
        except NotRegular:  # not a template or script
            continue
        digest.update(f"{shown}\n{len(data)}\n".encode() + data)
    return digest.digest()
