"""What a build leaves for the next one, in one file. It is only ever a short cut: whatever is odd about it – damaged, of
another version, half written, from another folder – the next build does everything and writes it anew."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import pickle
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.problem import Problem
from generator.reading.store import Entry
from generator.site.made import Made
from generator.speed.outline import Outline
from generator.speed.prints import Seen

MAGIC = b"tthc-memory-1\n"


@dataclass(slots=True)
class Memory:
    """key: code, options and places; day: the site's; content: every file; outlines: of the procedures that were read without a fault;
    problems: of the whole check; site: the files that were written; made: the summary; fixed: all entries but procedures,
    pickled apart, since most builds do not need them; saved: when (ns)."""

    key: bytes
    day: dt.date
    content: Seen
    outlines: dict[str, Outline]
    problems: list[Problem]
    site: dict[str, tuple[int, int]]
    made: Made
    fixed: bytes
    pagefind: bytes  # digest of the texts that Pagefind indexed
    saved: int = field(default=0)

    def entries(self) -> dict[str, list[Entry]]:
        """All entries but the procedures, by kind."""
        return pickle.loads(self.fixed)


def load(file: Path) -> Memory | None:
    """The memory in `file`, or None when there is none that can be trusted."""
    try:
        raw = file.read_bytes()
        head = len(MAGIC) + 32
        if raw[: len(MAGIC)] != MAGIC or raw[len(MAGIC) : head] != hashlib.blake2b(raw[head:], digest_size=32).digest():
            return None
        found = pickle.loads(memoryview(raw)[head:])
    except Exception:  # whatever a damaged or foreign file does, it is no reason not to build
        return None
    return found if isinstance(found, Memory) else None


def save(memory: Memory, file: Path) -> None:
    """Put `memory` in place at once; a reader sees the old one or the new one. A folder that cannot be written to is
    no reason to fail."""
    data = pickle.dumps(memory, pickle.HIGHEST_PROTOCOL)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(MAGIC + hashlib.blake2b(data, digest_size=32).digest() + data)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def forget(file: Path) -> None:
    """Before anything is written: if this build is cut off, the next one starts from nothing. (A file that cannot be deleted
    does no harm: the site will not be the one it describes.)"""
    with suppress(OSError):
        file.unlink(missing_ok=True)
