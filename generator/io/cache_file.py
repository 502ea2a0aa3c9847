"""Files of the cache: written atomically, used only as they were written, and never a reason to fail."""

from __future__ import annotations

import hashlib
import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.io.file import replace_file
from generator.io.regular_file import read_regular

DIGEST = 32  # bytes of the hash before the data
VERSION = 4  # of marshal: an object that occurs several times is written, and read, once


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


def read_value(file: Path, key: bytes) -> Any:
    """The plain value that `write_value` wrote with this `key`; None if there is none."""
    found = read_cached(file)
    if found is None or found[: len(key)] != key:
        return None
    return marshal.loads(memoryview(found)[len(key) :])  # its hash is right: this tool wrote it


def write_value(file: Path, key: bytes, value: Any) -> None:
    """Write `value` (tuples, lists, dictionaries, texts, numbers, bytes; never code) for `read_value`. key: sixteen
    bytes that identify what it was made from."""
    write_cached(file, key + marshal.dumps(value, VERSION))


def remove(file: Path) -> None:
    """Delete the file. (One that cannot be deleted does no harm: what it describes will not match.)"""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST).digest()
