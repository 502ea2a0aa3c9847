"""What is known of each content file: the artefact, cached by the file's bytes, the code and the day.

A file is parsed and checked alone once. Its records are kept as packed bytes in one file that is only appended to; the
index beside it says where. Of a procedure the summary and the whole record are separate, so that thousands are known
without loading one of them. The same artefacts serve building, checking and previewing."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tempfile
import weakref
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from generator.checks._engine.context import RecordContext
from generator.checks._engine.runner import check_record
from generator.io import cache_file
from generator.io.input_hashes import code_hash, hash_file
from generator.io.regular_file import is_regular
from generator.loading.decoding import decode, read_raw
from generator.loading.document import Document
from generator.loading.file_names import record_kind, unread
from generator.loading.folder import locate, no_file, read_text
from generator.loading.parse_text import parse_text
from generator.loading.store import Entry, Store
from generator.loading.versions import VERSION_KINDS
from generator.problem import Problem
from generator.schema.kinds import Kind
from generator.schema.packing import digest, dump, pack
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import to_plain

SUMMARISED = "procedure"  # the kind with thousands of files: of its records only the summary is loaded
ROOMS = ("build", "checks", "io", "loading", "schema", "text")  # whose code says what an artefact is
WASTE = 4  # the file of records is started over when it is so many times as large as what it holds


class Artefact(NamedTuple):
    """What one file gave. kind: "" if it holds no record; seen: size, mtime (ns), digest of its bytes; at, length,
    sum: where its records (of a procedure the summary) are, with their digest; token: digest of what pages may see
    of them; whole, whole_sum: length and digest of the whole record, which follows; problems: from reading; found,
    found_sum: the same of the problems that the rules of scope `record` found, which follow that; lines: of
    reported faults; unread: see Store; places: positions that were asked for later, by the arguments of
    Document.locate; named: code, name and comparable names of a procedure; keys: the top-level keys of a
    version."""

    path: str
    kind: str
    seen: tuple[int, int, bytes]
    at: int = 0
    length: int = 0
    sum: bytes = b""
    token: bytes = b""
    whole: int = 0
    whole_sum: bytes = b""
    problems: tuple[tuple[Any, ...], ...] = ()
    found: int = 0
    found_sum: bytes = b""
    lines: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()
    places: dict[tuple[Any, ...], tuple[int, int]] = {}  # noqa: RUF012
    named: tuple[str | None, str | None, tuple[str, ...]] = (None, None, ())
    keys: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes in the file of records."""
        return self.length + self.whole + self.found


class ArtefactCache:
    """The artefacts of the content folder at `content`, checked for `days`. folder: where they are kept; None keeps
    them in a temporary file for the life of this object."""

    def __init__(self, content: Path, days: Sequence[dt.date], folder: Path | None) -> None:
        self.key = digest(code_hash(ROOMS), repr(list(map(str, days))).encode())
        self.artefacts: dict[str, Artefact] = {}
        self.saved, self.size = 0, 0
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
        name, self.saved, used, held, rows = found
        data = self.index.with_name(name)
        with suppress(OSError):
            self.size = data.stat().st_size
            if used <= self.size <= WASTE * held + 1_000_000:
                self.artefacts = {row[0]: Artefact._make(row) for row in rows}
                return data
        self.saved = 0
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
            self.saved = begun
            rows = list(map(tuple, self.artefacts.values()))
            used = max((row.at + row.size for row in self.artefacts.values()), default=0)
            held = sum(row.size for row in self.artefacts.values())
            cache_file.write_value(self.index, self.key, (self.data.name, begun, used, held, rows))

    def close(self) -> None:
        for file in self._handles.values():
            file.close()
        self._handles.clear()


class ArtefactReader:
    """Makes artefacts of the files below `content`, checked for `days`. drafts: texts that stand for files, by path."""

    def __init__(
        self, content: Path, days: Sequence[dt.date], cache: ArtefactCache, drafts: dict[str, str] | None = None
    ) -> None:
        self.content, self.cache, self.drafts = content, cache, drafts or {}
        self.contexts = [RecordContext(day) for day in days]

    def __call__(self, paths: Iterable[str]) -> list[Artefact]:
        """The artefacts of these files. Never raises for bad content; OSError if the cache cannot be written."""
        return [self.artefact(path) for path in paths]

    def artefact(self, path: str, again: bool = False) -> Artefact:
        """The artefact of one file. again: also if its bytes are those of the one in the cache, which is damaged."""
        (file, shown), kind = locate(self.content, path), record_kind(path)
        if kind is None:
            seen = hash_file(str(file))
            found = [unread(shown, path)] if is_regular(file) else [no_file(shown)]
            return Artefact(path, "", seen, problems=tuple(tuple(item) for item in found if item))
        store, known = Store({kind.name: []}, root=self.content), self.cache.artefacts.get(path)
        seen = self.read(path, shown, kind, store, known.seen[2] if known and not again else b"")
        if known and not again and known.seen[2] == seen[2] != b"":
            return known._replace(seen=seen)
        checked: list[Problem] = []
        rows = []
        for entry in store.of(kind.name):
            matched: set[str] = set()
            for context in self.contexts:
                found, ids, entry.facts = check_record(entry, context)
                checked += found
                matched |= ids
            rows.append((entry.base, _body(entry), entry.faulty, entry.misplaced, matched, entry.facts))
        records = dump([_plain(row) for row in rows])
        first = store.of(kind.name)[0] if rows and kind.name == SUMMARISED else None
        whole = dump(pack(first.record, Procedure)) if first else b""
        findings = dump(list(dict.fromkeys(map(tuple, checked)))) if checked else b""
        return Artefact(
            path,
            kind.name,
            seen,
            self.cache.append(records + whole + findings),
            len(records),
            digest(records),
            digest(dump([row[:2] for row in rows])),
            len(whole),
            digest(whole),
            tuple(dict.fromkeys(map(tuple, store.problems))),
            len(findings),
            digest(findings),
            tuple(sorted({line for entry in store.of(kind.name) for line in entry.faulty_lines})),
            tuple(sorted(store.unread)),
            {},
            (first.record.code, first.record.name, first.comparable_names) if first else (None, None, ()),
            tuple(sorted(store.of(kind.name)[0].document.keys)) if rows and kind.name in VERSION_KINDS else (),
        )

    def read(self, path: str, shown: str, kind: Kind, store: Store, known: bytes = b"") -> tuple[int, int, bytes]:
        """Read a file into `store`, unless its bytes have the digest `known`; returns what was seen of it."""
        text, seen = self._text(path, shown, kind, store, known)
        if text is not None:
            read_text(text, shown, kind, store)
        return seen

    def document(self, path: str, shown: str, kind: Kind) -> Document | None:
        """The document of a file, parsed; None if it cannot be read."""
        store = Store({kind.name: []}, root=self.content)
        text, _ = self._text(path, shown, kind, store)
        return None if text is None else parse_text(text, shown, kind, store)

    def _text(
        self, path: str, shown: str, kind: Kind, store: Store, known: bytes = b""
    ) -> tuple[str | None, tuple[int, int, bytes]]:
        """The text of a file, and what was seen of it; None if its bytes have the digest `known`, or after adding the
        reason to `store`."""
        if path in self.drafts:
            return self.drafts[path], (0, 0, digest(self.drafts[path].encode("utf-8", "surrogatepass")))
        file, _ = locate(self.content, path)
        raw, state, store.problems = read_raw(file, shown)
        place = b"" if file == self.content / path else b"package"  # the same bytes, but another path in messages
        found = hashlib.blake2b(raw, digest_size=16, person=place).digest() if raw is not None else b""
        if state and found == known:
            return None, (state.st_size, state.st_mtime_ns, found)
        text, problems = decode(raw, shown) if raw is not None else (None, [])
        store.problems += problems
        if text is None:
            store.unread.add(f"{kind.name}/{Path(path).stem}")
        if raw is None or state is None:
            return text, hash_file(str(file))
        return text, (state.st_size, state.st_mtime_ns, found)


def _body(entry: Entry) -> Any:
    if entry.kind.name == SUMMARISED:
        return to_plain(entry.record)
    return pack(entry.record, entry.kind.model)


def _plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    base, body, faulty, misplaced, matched, facts = row
    return (
        base,
        body,
        tuple(sorted(faulty, key=repr)),
        tuple(sorted(misplaced, key=repr)),
        tuple(sorted(matched)),
        facts,
    )
