"""The cache of artefacts: what is known of each content file, by the file's bytes, the code and the days.

Records are packed bytes in one file that is only appended to, by every process; the index beside it says where."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from generator.io import cache_file
from generator.io.input_hashes import code_hash
from generator.schema.packing import digest

ROOMS = ("build", "checks", "io", "loading", "schema", "text")  # whose code says what an artefact is
WASTE = 4  # the file of records is started over when it is so many times as large as what it holds


FileState = tuple[int, int, bytes]  # size, mtime (ns), digest of the bytes


class Artefact(NamedTuple):
    """What one file gave."""

    path: str
    kind: str  # "" if it holds no record
    file_state: FileState
    at: int = 0  # where its records are: of a procedure the summary, which the whole record follows
    length: int = 0
    sum: bytes = b""  # their digest
    token: bytes = b""  # digest of what pages may see of them
    full_length: int = 0
    full_sum: bytes = b""
    problems: tuple[tuple[Any, ...], ...] = ()  # from reading
    found_length: int = 0  # the problems that the rules of scope `record` found, which follow that
    found_sum: bytes = b""
    lines: tuple[int, ...] = ()  # of reported faults
    unread: tuple[str, ...] = ()  # see Store
    # positions that were asked for later, by the arguments of Document.locate
    places: dict[tuple[Any, ...], tuple[int, int]] = {}  # noqa: RUF012
    # code, name, comparable names of a procedure
    named: tuple[str | None, str | None, tuple[str, ...]] = (None, None, ())
    keys: tuple[str, ...] = ()  # the top-level keys of a version

    @property
    def size(self) -> int:
        """Bytes in the file of records."""
        return self.length + self.full_length + self.found_length


class ArtefactCache:
    """The artefacts of the content folder at `content`, checked for `days`. folder: where they are kept; None keeps
    them in a temporary file for the life of this object."""

    def __init__(self, content: Path, days: Sequence[dt.date], folder: Path | None) -> None:
        self.key = digest(code_hash(ROOMS), repr(list(map(str, days))).encode())
        self.artefacts: dict[str, Artefact] = {}
        self.saved_at, self.size = 0, 0
        self._handles: dict[int, Any] = {}
        name = digest(
            str(content.resolve()).encode("utf-8", "surrogatepass"), repr(list(map(str, days))).encode()
        ).hex()[:12]
        self.index = folder / f"records-{name}.index" if folder else None
        self.data = self._known() or self._create(folder, name)

    def _known(self) -> Path | None:
        """The file of records that the index describes; None if there is none to be used."""
        found = cache_file.read_value(self.index, self.key) if self.index else None
        if not found or not self.index:
            return None
        name, self.saved_at, used, held, rows = found
        data = self.index.with_name(name)
        with suppress(OSError):
            self.size = data.stat().st_size
            if used <= self.size <= WASTE * held + 1_000_000:
                self.artefacts = {row[0]: Artefact._make(row) for row in rows}
                return data
        self.saved_at = 0
        return None

    def _create(self, folder: Path | None, name: str) -> Path:
        """A new, empty file of records; those of earlier indexes are deleted."""
        if folder:
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                number, file = tempfile.mkstemp(".data", f"records-{name}.", folder)
                os.close(number)
                for other in folder.glob(f"records-{name}.*.data"):
                    if other != Path(file):
                        cache_file.remove(other)
                return Path(file)
        self.index = None
        number, file = tempfile.mkstemp(".data", "tthc-records-")
        os.close(number)
        weakref.finalize(self, cache_file.remove, Path(file))
        return Path(file)

    def _open(self) -> Any:
        """The file of records, opened once in each process: what that process adds it can read, even if another one has
        deleted the file."""
        process = os.getpid()
        if process not in self._handles:
            try:
                self._handles[process] = open(self.data, "a+b", buffering=0)  # noqa: SIM115
            except OSError:  # a cache that can only be read
                self._handles[process] = open(self.data, "rb", buffering=0)  # noqa: SIM115
        return self._handles[process]

    def append(self, data: bytes) -> int:
        """Store `data`; returns where it begins. Raises OSError."""
        file = self._open()
        if file.write(data) != len(data):
            raise OSError(f"{self.data}: disk full")
        return file.tell() - len(data)

    def read(self, at: int, length: int, expected: bytes) -> bytes | None:
        """The bytes stored there; None if they are not those of the digest `expected`."""
        try:
            file = self._open()
            file.seek(at)
            data = file.read(length)
        except OSError:
            return None
        return data if digest(data) == expected else None

    def save(self, begun: int) -> None:
        """Write the index. begun: time (ns) before the files were read."""
        if self.index:
            self.saved_at = begun
            rows = list(map(tuple, self.artefacts.values()))
            used = max((row.at + row.size for row in self.artefacts.values()), default=0)
            held = sum(row.size for row in self.artefacts.values())
            cache_file.write_value(self.index, self.key, (self.data.name, begun, used, held, rows))

    def close(self) -> None:
        for file in self._handles.values():
            file.close()
        self._handles.clear()
