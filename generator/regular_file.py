"""Reading files that others put there: only regular ones, and never more than was agreed on.

A pipe, a socket or a device keeps a reader waiting, or never ends; a link leads elsewhere; a file may change between the look at it
and the reading. So a file is opened without waiting, and what was opened is looked at, not the name.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20


class NotRegular(OSError):
    """The name leads to no regular file."""


class TooLarge(OSError):
    """The file is larger than the reader takes; size: what was seen of it."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def read_regular(file: str | Path, most: int | None = None, *, follow: bool = True) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file and its state before they were read. most: largest size, None for any; follow: whether a symbolic
    link may stand there. Raises NotRegular, TooLarge, OSError."""
    pieces: list[bytes] = []
    state: list[os.stat_result] = []
    for piece in _pieces(file, most, follow, state):
        pieces.append(piece)
    return (pieces[0] if len(pieces) == 1 else b"".join(pieces)), state[0]


def sha256_of(file: str | Path) -> str:
    """The digest of a regular file, however large, in little memory. Raises NotRegular, OSError."""
    whole = hashlib.sha256()
    for piece in _pieces(file, None, True, []):
        whole.update(piece)
    return whole.hexdigest()


def is_regular(file: str | Path) -> bool:
    """Whether the name itself is a regular file: no link, no pipe, no device."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except (OSError, ValueError):
        return False


def _pieces(file: str | Path, most: int | None, follow: bool, state: list[os.stat_result]) -> Iterator[bytes]:
    if not follow and stat.S_ISLNK(os.lstat(file).st_mode):
        raise NotRegular("symbolic link")
    handle = os.open(file, _FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegular("no regular file")
        if most is not None and status.st_size > most:
            raise TooLarge(status.st_size)
        state.append(status)
        read = 0
        while piece := os.read(handle, max(_CHUNK, min(status.st_size + 1, most or _CHUNK))):
            read += len(piece)
            if most is not None and read > most:  # it grew meanwhile
                raise TooLarge(read)
            yield piece
    finally:
        os.close(handle)
