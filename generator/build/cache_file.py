"""A cache file: plain values with a digest, never code. It is optional: if it is missing, corrupt, truncated or of
another version, the next build starts cold and writes it again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.regular_file import read_regular
from generator.schema.packing import digest, dump, load

HEADER = b"tthc-cache-2\n"
START = len(HEADER) + 16


def read(file: Path, key: bytes) -> Any:
    """The value that was written with this `key`; None if there is none."""
    try:
        raw = read_regular(file)[0]
        if raw[: len(HEADER)] != HEADER or raw[len(HEADER) : START] != digest(key, raw[START:]):
            return None
        return load(memoryview(raw)[START:])
    except Exception:  # a corrupt file must never stop a build
        return None


def write(file: Path, key: bytes, value: Any) -> None:
    """Write `value` (tuples, lists, dictionaries, texts, numbers, bytes) atomically. A folder that cannot be written to
    is ignored."""
    data = dump(value)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(HEADER + digest(key, data) + data)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def remove(file: Path) -> None:
    """Delete the file. (One that cannot be deleted does no harm: what it describes will not match.)"""
    with suppress(OSError):
        file.unlink(missing_ok=True)
