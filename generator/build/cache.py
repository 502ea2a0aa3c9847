"""The build cache: one file per site. It is optional: if it is missing, corrupt, truncated or from another version or
folder, the next build starts cold and rewrites it."""

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

HEADER = b"tthc-memory-1\n"
T = TypeVar("T")


@dataclass(slots=True)
class BuildState:
    """The state of the last build. Serialised parts are only deserialised on demand.

    key: digest of code, options and paths; day: the site's day; content: states of all content files; outlines:
    serialised fingerprints of the procedures that were read without errors; problems: of the whole check; site: state
    of the output folder; made: the summary; fixed: serialised entries by kind,
    without procedures; pagefind: digest of the texts that Pagefind indexed; saved: time (ns)."""

    key: bytes
    day: dt.date
    content: FileStates
    outlines: bytes
    problems: list[Problem]
    site: OutputState
    made: BuildReport
    fixed: dict[str, bytes]
    pagefind: bytes
    saved: int = field(default=0)

    def known(self) -> dict[str, DependencyFingerprint]:
        """Fingerprints of the procedures, by path relative to the content folder."""
        return pickle.loads(self.outlines)


def serialise(value: Any) -> bytes:
    """`value` as bytes for the cache file."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


@dataclass(slots=True)
class CachedStore(Store):
    """A store that deserialises a kind on first access: the page of a procedure needs few of the thirty kinds."""

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


def load(file: Path, kind: type[T]) -> T | None:
    """The object of class `kind` stored in `file`; None if it is missing, corrupt or of another class."""
    try:
        raw = read_regular(file)[0]
        head = len(HEADER) + 32
        if (
            raw[: len(HEADER)] != HEADER
            or raw[len(HEADER) : head] != hashlib.blake2b(raw[head:], digest_size=32).digest()
        ):
            return None
        value = pickle.loads(memoryview(raw)[head:])
    except Exception:  # a corrupt file must never stop a build
        return None
    return value if isinstance(value, kind) else None


def save(value: object, file: Path) -> None:
    """Write `value` to `file` atomically. A folder that cannot be written to is ignored."""
    data = serialise(value)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(HEADER + hashlib.blake2b(data, digest_size=32).digest() + data)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def invalidate(file: Path) -> None:
    """Delete the cache before the site is written, so that a build after a killed one starts cold. (A file that cannot
    be deleted does no harm: the site will not match the state it describes.)"""
    with suppress(OSError):
        file.unlink(missing_ok=True)
