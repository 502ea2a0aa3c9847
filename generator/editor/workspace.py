"""The content folder as the editor sees it: which files may be changed, and writing them without losing changes."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.io.file import replace_file
from generator.io.regular_file import NotRegular, ReadOnly, TooLarge, read_regular
from generator.io.transaction import write_all
from generator.limits import MAX_FILE
from generator.loading.file_names import record_kind
from generator.schema.kinds import Kind
from generator.schema.portable_names import faults

_SAFE = re.compile(r"[^\x00-\x1f\\:*?\"<>|]+")
NOWHERE = {errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}  # such a file cannot be
NEW = "new"  # digest of a file that does not exist yet


class NoSuchRecord(Exception):
    """The path is not a file that the editor may open."""


class ChangedUnderneath(Exception):
    """The file at `path` changed since it was opened; now: its present bytes."""

    def __init__(self, now: bytes, path: str = "") -> None:
        super().__init__()
        self.now, self.path = now, path


@dataclass(frozen=True, slots=True)
class OpenFile:
    """path: below the content folder; raw: its bytes, b"" if it is new."""

    path: str
    kind: Kind
    raw: bytes
    digest: str


class FileChange(NamedTuple):
    """What is to be written. path: below the content folder; expected: digest of the file when it was opened."""

    path: str
    data: bytes
    expected: str


class Workspace:
    """Files of known kinds below `content`, and nothing else."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.real = os.path.realpath(content)
        self.lock = threading.Lock()
        self.on_write: Callable[[], None] = lambda: None
        self.on_replaced: Callable[[str, bytes], None] = lambda path, raw: None  # the file's bytes before

    def kind(self, path: str) -> Kind:
        """The kind of a path below the content folder. Raises NoSuchRecord for anything that is no record's path."""
        kind = record_kind(path) if self._proper(path) else None
        if kind is None:
            raise NoSuchRecord(path)
        return kind

    def _proper(self, path: str) -> bool:
        parts = path.split("/")
        if not _SAFE.fullmatch(path) or len(path) > 200 or any(part.startswith(".") or not part for part in parts):
            return False
        folder = os.path.join(self.real, *parts[:-1])
        return os.path.realpath(folder) == folder  # no link on the way

    def open(self, path: str, may_be_new: bool = False) -> OpenFile:
        """Read a record's file. Raises NoSuchRecord, and OSError if the system does not give it now: it is locked, the
        file server is away."""
        kind = self.kind(path)
        file = self.content / path
        try:
            raw = read_regular(file, MAX_FILE, follow=False)[0]
        except FileNotFoundError:
            if not may_be_new or next(faults([path]), None):
                raise NoSuchRecord(path) from None
            return OpenFile(path, kind, b"", NEW)
        except (NotRegular, TooLarge):
            raise NoSuchRecord(path) from None
        except OSError as error:
            if error.errno in NOWHERE:
                raise NoSuchRecord(path) from None
            raise
        return OpenFile(path, kind, raw, digest(raw))

    def write(self, path: str, data: bytes, expected: str) -> None:
        """Replace the file atomically. expected: digest of the file when it was opened. Raises ChangedUnderneath,
        NoSuchRecord, OSError."""
        with self.lock:
            before = self._unchanged(path, expected)
            (self.content / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.content / path, data)
        self._replaced(path, before, data)
        self.on_write()

    def write_all(self, changes: list[FileChange], also: Mapping[str, str] | None = None) -> None:
        """Replace all the files or none. also: path → text of files of the tool itself, written with them. Raises as
        `write` does; OutputRefused in place of OSError."""
        with self.lock:
            before = [self._unchanged(one.path, one.expected) for one in changes]
            texts: dict[Path, str | bytes] = {self.content / one.path: one.data for one in changes}
            write_all(self.content, texts | {self.content / path: text for path, text in (also or {}).items()})
        for one, raw in zip(changes, before, strict=True):
            self._replaced(one.path, raw, one.data)
        self.on_write()

    def _unchanged(self, path: str, expected: str) -> bytes:
        """The present bytes of a file that may be written and is still as it was opened."""
        now = self.open(path, may_be_new=True)
        if now.digest != expected:
            raise ChangedUnderneath(now.raw, path)
        file = self.content / path
        if now.digest != NEW and not file.stat().st_mode & stat.S_IWUSR:
            raise ReadOnly(errno.EACCES, "read-only", str(file))
        return now.raw

    def _replaced(self, path: str, before: bytes, data: bytes) -> None:
        if before and before != data:
            self.on_replaced(path, before)

    def remove(self, path: str, expected: str) -> None:
        """Delete a file that the editor created, for undo. Raises ChangedUnderneath, NoSuchRecord."""
        with self.lock:
            now = self.open(path)
            if now.digest != expected:
                raise ChangedUnderneath(now.raw)
            (self.content / path).unlink()
        self.on_write()


def digest(raw: bytes) -> str:
    """A digest that identifies a state of a file."""
    return hashlib.sha256(raw).hexdigest()[:24]
