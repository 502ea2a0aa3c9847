"""The cache of artefacts: what reading and checking each content file gave, for its bytes, the code and the days.

Packed records are in a data file to which every process appends; the index beside it says where each one is."""

from __future__ import annotations

import datetime as dt
import io
import os
import tempfile
import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.io import cache_file
from generator.io.input_hashes import code_hash
from generator.schema.packing import digest

if TYPE_CHECKING:
    from generator.checks._engine.dated_findings import Dated, DatedFindings

PACKAGES = ("build", "checks", "io", "loading", "schema", "text")  # packages whose code decides what an artefact holds
MAX_STATES = 20_000  # states of records with versions of which the findings are kept
WASTE = 4  # the data file is started over when it is more than this many times as large as the records in use

Piece = tuple[int, int, bytes]  # of the data file: offset, length, digest
FileState = tuple[int, int, bytes]  # size, mtime (ns), digest of the bytes


class Artefact(NamedTuple):
    """The result of reading and checking one file. In the data file its records (of a procedure the summary), the whole
    record of a procedure and the findings of the rules of scope `record` follow one another."""

    path: str
    kind: str  # "" if it holds no record
    file_state: FileState
    offset: int = 0
    records_length: int = 0
    records_digest: bytes = b""
    full_length: int = 0
    full_digest: bytes = b""
    findings_length: int = 0
    findings_digest: bytes = b""
    token: bytes = b""  # digest of what pages may see of the records
    problems: tuple[tuple[object, ...], ...] = ()  # from reading
    lines: tuple[int, ...] = ()  # of reported faults
    unread: tuple[str, ...] = ()  # see Store
    # those that were asked for, by the arguments of Document.locate
    positions: dict[tuple[object, ...], tuple[int, int]] = {}  # noqa: RUF012
    code: str | None = None  # this and the next two: of a procedure
    name: str | None = None
    comparable_names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()  # the top-level keys of a version

    @property
    def records(self) -> Piece:
        return self.offset, self.records_length, self.records_digest

    @property
    def full_record(self) -> Piece:
        return self.offset + self.records_length, self.full_length, self.full_digest

    @property
    def findings(self) -> Piece:
        return self.offset + self.records_length + self.full_length, self.findings_length, self.findings_digest

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.offset + self.records_length + self.full_length + self.findings_length


class ArtefactCache:
    """The artefacts of the content folder at `content`, checked for `days`. folder: where the cache is; None keeps
    the records in a temporary file for the life of this object."""

    def __init__(self, content: Path, days: Sequence[dt.date], folder: Path | None) -> None:
        self.key = digest(code_hash(PACKAGES), repr(list(map(str, days))).encode())
        self.artefacts: dict[str, Artefact] = {}
        self.saved_at, self.size = 0, 0
        self._handles: dict[int, io.FileIO] = {}
        name = digest(
            str(content.resolve()).encode("utf-8", "surrogatepass"), repr(list(map(str, days))).encode()
        ).hex()[:12]
        self.index = folder / f"records-{name}.index" if folder else None
        self.data = self._load() or self._create(folder, name)

    def _load(self) -> Path | None:
        """Load the index; returns its data file, None if there is no usable one."""
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
        """A new, empty data file; those of earlier indexes are deleted."""
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

    def _open(self) -> io.FileIO:
        """The data file, opened once in each process, which can so read what it added even if another process has
        deleted the file."""
        process = os.getpid()
        if process not in self._handles:
            try:
                self._handles[process] = open(self.data, "a+b", buffering=0)  # noqa: SIM115
            except OSError:  # a cache that can only be read
                self._handles[process] = open(self.data, "rb", buffering=0)  # noqa: SIM115
        return self._handles[process]

    def append(self, data: bytes) -> int:
        """Store `data`; returns its offset. Raises OSError."""
        file = self._open()
        if file.write(data) != len(data):
            raise OSError(f"{self.data}: disk full")
        return file.tell() - len(data)

    def read(self, piece: Piece) -> bytes | None:
        """The bytes of a piece; None if they do not have its digest."""
        offset, length, expected = piece
        try:
            file = self._open()
            file.seek(offset)
            data = file.read(length)
        except OSError:
            return None
        return data if digest(data) == expected else None

    def save(self, begun: int) -> None:
        """Write the index. begun: time (ns) before the files were read."""
        if self.index:
            self.saved_at = begun
            rows = list(map(tuple, self.artefacts.values()))
            used = max((row.end for row in self.artefacts.values()), default=0)
            held = sum(row.end - row.offset for row in self.artefacts.values())
            cache_file.write_value(self.index, self.key, (self.data.name, begun, used, held, rows))

    def dated(self) -> Dated:
        """The findings of earlier checks in the states of records with versions; none without a cache."""
        return (self.index and cache_file.read_value(self._dated_file(self.index), self.key)) or {}

    def save_dated(self, dated: DatedFindings) -> None:
        """Save these findings if there are new ones: they and the newest of the earlier ones."""
        if self.index and dated.added:
            rows = list((dated.known | dated.added).items())[-MAX_STATES:]
            cache_file.write_value(self._dated_file(self.index), self.key, dict(rows))

    @staticmethod
    def _dated_file(index: Path) -> Path:
        return index.with_suffix(".dated")

    def close(self) -> None:
        for file in self._handles.values():
            file.close()
        self._handles.clear()
