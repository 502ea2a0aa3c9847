"""What a finished site looks like from outside, so that the next build knows whether somebody touched it.

Buys: 4 ms instead of 40 for 2,600 pages, since a folder's own time tells that nothing came or went: no folder is listed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from generator.build.input_hashes import walk

OutputState = dict[str, tuple[int, int]]  # file, or folder ending with “/” -> size (0 for a folder), time of change (ns)


def scan(site: Path, below: str = "") -> OutputState:
    """Every file and folder below the folder `below` ("" or ending with “/”) of `site`. What goes away meanwhile (the index that
    `serve` makes in the background is put in place as a whole) is not there."""
    found: OutputState = {}
    for name, item in walk(site / below, hidden=True, folders=True):
        with suppress(FileNotFoundError):
            found[below + name] = _state(item.stat(follow_symlinks=False), name)
    return found


def unchanged(site: Path, known: OutputState, without: str = "\0") -> bool:
    """Whether `site` still looks as `known`, leaving out names at the top that begin with `without`."""
    wanted = {name: state for name, state in known.items() if not name.startswith(without)}
    try:
        there = {name for name in os.listdir(site) if not name.startswith(without)}
        return there == {name.split("/", 1)[0] for name in wanted} and all(
            _state(os.lstat(f"{site}/{name}"), name) == state for name, state in wanted.items()
        )
    except OSError:
        return False


def rescan(site: Path, names: list[str]) -> OutputState:
    """The files `names` of `site` and the folders they are in, as they look now."""
    folders = {f"{name.rpartition('/')[0]}/" for name in names if "/" in name}
    return {name: _state(os.lstat(f"{site}/{name}"), name) for name in (*names, *folders)}


def _state(found: os.stat_result, name: str) -> tuple[int, int]:
    return 0 if name.endswith("/") else found.st_size, found.st_mtime_ns
