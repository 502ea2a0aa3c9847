"""Safe reading of untrusted files: only regular files, up to a size limit.

A pipe, socket or device may block or never end; a link leads elsewhere; a file may change between a check and the read.
So files are opened without blocking, and the open descriptor is checked, not the name."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20


class NotRegular(OSError):
    """The path is not a regular file."""


class TooLarge(OSError):
    """The file exceeds the size limit; size: bytes seen."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


class ReadOnly(PermissionError):
    """The file is marked as not to be changed."""


def read_regular(file: str | Path, limit: int | None = None, *, follow: bool = True) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file and its status before reading. limit: maximum size in bytes, None for any; follow:
    accept a symbolic link. Raises NotRegular, TooLarge, OSError."""
    pieces: list[bytes] = []
    state: list[os.stat_result] = []
    for piece in _pieces(file, limit, follow, state):
        pieces.append(piece)
    return (pieces[0] if len(pieces) == 1 else b"".join(pieces)), state[0]


def sha256_of(file: str | Path) -> str:
    """The SHA-256 hex digest of a regular file, read in chunks. Raises NotRegular, OSError."""
    digest = hashlib.sha256()
    for piece in _pieces(file, None, True, []):
        digest.update(piece)
    return digest.hexdigest()


def is_regular(file: str | Path) -> bool:
    """True if the path itself is a regular file, not a link, pipe or device."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except (OSError, ValueError):
        return False


def _pieces(file: str | Path, limit: int | None, follow: bool, state: list[os.stat_result]) -> Iterator[bytes]:
    if not follow and stat.S_ISLNK(os.lstat(file).st_mode):
        raise NotRegular("symbolic link")
    handle = os.open(file, _FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegular("no regular file")
        if limit is not None and status.st_size > limit:
            raise TooLarge(status.st_size)
        state.append(status)
        read = 0
        while piece := os.read(handle, max(_CHUNK, min(status.st_size + 1, limit or _CHUNK))):
            read += len(piece)
            if limit is not None and read > limit:  # it grew meanwhile
                raise TooLarge(read)
            yield piece
    finally:
        os.close(handle)
