"""Files of the cache: written atomically, used only as they were written, and never a reason to fail."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from generator.io.file import replace_file
from generator.regular_file import read_regular

DIGEST = 32  # bytes of the hash before the data


def read_cached(file: Path) -> bytes | None:
    """What `write_cached` wrote; None if the file is missing, unreadable or altered."""
    try:
        content = read_regular(file)[0]
    except OSError:
        return None
    data = content[DIGEST:]
    return data if content[:DIGEST] == _digest(data) else None


def write_cached(file: Path, data: bytes) -> None:
    """Write `data` for `read_cached`, making folders. A cache that cannot be written is ignored."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, _digest(data) + data)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST).digest()
