"""What a build leaves for the next one, in one file. It is only ever a short cut: whatever is odd about it – damaged, of
another version, half written, from another folder – the next build does everything and writes it anew."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import pickle
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.build.build_report import BuildReport
from generator.build.fingerprint import DependencyFingerprint
from generator.build.input_hashes import FileStates
from generator.build.output_state import OutputState
from generator.loading.store import Entry, Store
from generator.problem import Problem
from generator.regular_file import read_regular

MAGIC = b"tthc-memory-1\n"
Kept = TypeVar("Kept")


@dataclass(slots=True)
class BuildState:
    """key: code, options and places; day: the site's; content: every file; outlines: of the procedures that were read without a fault, packed;
    problems: of the whole check; site: what it looked like; made: the summary; codes: QR codes that were encoded; fixed: all entries but
    procedures, by kind, packed; pagefind: digest of the texts that Pagefind indexed; saved: when (ns). What is packed is only unpacked when a build asks for it."""

    key: bytes
    day: dt.date
    content: FileStates
    outlines: bytes
    problems: list[Problem]
    site: OutputState
    made: BuildReport
    codes: dict[str, tuple[int, int]]
    fixed: dict[str, bytes]
    pagefind: bytes
    saved: int = field(default=0)

    def known(self) -> dict[str, DependencyFingerprint]:
        """The outlines, by path below the content."""
        return pickle.loads(self.outlines)


def serialise(value: Any) -> bytes:
    """A part of a memory."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


@dataclass(slots=True)
class CachedStore(Store):
    """A store whose kinds are unpacked when somebody asks for them: the page of a procedure needs a few of the thirty."""

    fixed: dict[str, bytes] = field(default_factory=dict)

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        if kind not in self.entries and kind in self.fixed:
            self.entries[kind] = pickle.loads(self.fixed[kind])
        return self.entries.get(kind, [])

    def all(self) -> Iterator[Entry]:
        for kind in (*self.fixed, *self.entries):
            self.of(kind)
        return Store.all(self)


def load(file: Path, kind: type[Kept]) -> Kept | None:
    """What is kept in `file`, or None when there is nothing of that kind that can be trusted."""
    try:
        raw = read_regular(file)[0]
        head = len(MAGIC) + 32
        if raw[: len(MAGIC)] != MAGIC or raw[len(MAGIC) : head] != hashlib.blake2b(raw[head:], digest_size=32).digest():
            return None
        found = pickle.loads(memoryview(raw)[head:])
    except Exception:  # whatever a damaged or foreign file does, it is no reason not to build
        return None
    return found if isinstance(found, kind) else None


def save(kept: object, file: Path) -> None:
    """Put `kept` in place at once; a reader sees the old one or the new one. A folder that cannot be written to is
    no reason to fail."""
    data = serialise(kept)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(MAGIC + hashlib.blake2b(data, digest_size=32).digest() + data)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def invalidate(file: Path) -> None:
    """Before anything is written: if this build is cut off, the next one starts from nothing. (A file that cannot be deleted
    does no harm: the site will not be the one it describes.)"""
    with suppress(OSError):
        file.unlink(missing_ok=True)
