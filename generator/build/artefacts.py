"""Makes the artefact of a content file, which is parsed and checked on its own, once.

The summary of a procedure is stored apart from the whole record, so that thousands can be listed without loading any.
Building, checking and previewing use the same artefacts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.build.artefact_cache import Artefact, ArtefactCache, FileState
from generator.checks._engine.context import RecordContext
from generator.checks._engine.days import Run, once_for_all_days
from generator.checks._engine.runner import check_record
from generator.io.input_hashes import hash_file
from generator.io.regular_file import is_regular
from generator.loading.decoding import decode, read_raw
from generator.loading.document import Document
from generator.loading.entry import Entry
from generator.loading.file_names import record_kind, unread
from generator.loading.folder import locate, no_file, read_text
from generator.loading.parse_text import parse_text
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS
from generator.problem import Problem
from generator.schema.kinds import Kind
from generator.schema.packing import digest, dump, pack
from generator.schema.procedure_summary import to_plain

SUMMARISED = "procedure"  # the kind with thousands of files: of its records only the summary is loaded


class ArtefactReader:
    """Makes artefacts of the files below `content`, checked for `days`. drafts: texts to read instead of files, by
    path."""

    def __init__(
        self, content: Path, days: Sequence[dt.date], cache: ArtefactCache, drafts: dict[str, str] | None = None
    ) -> None:
        self.content, self.cache, self.drafts = content, cache, drafts or {}
        self.contexts = [RecordContext(day) for day in days]

    def __call__(self, paths: Iterable[str]) -> list[Artefact]:
        """The artefacts of these files. Never raises for bad content; OSError if the cache cannot be written."""
        return [self.artefact(path) for path in paths]

    def artefact(self, path: str, refresh: bool = False) -> Artefact:
        """The artefact of one file. refresh: make it although the bytes are those of the cached one, which is
        damaged."""
        (file, shown), kind = locate(self.content, path), record_kind(path)
        if kind is None:
            seen = hash_file(str(file))
            found = [unread(shown, path)] if is_regular(file) else [no_file(shown)]
            return Artefact(path, "", seen, problems=_plain_problems(item for item in found if item))
        store, known = Store({kind.name: []}, root=self.content), self.cache.artefacts.get(path)
        seen = self.read(path, shown, kind, store, known.file_state[2] if known and not refresh else b"")
        if known and not refresh and known.file_state[2] == seen[2] != b"":
            return known._replace(file_state=seen)
        checked: list[Problem] = []
        rows = []
        packed: object = None
        for entry in store.of(kind.name):
            matched: set[str] = set()
            by_day: list[tuple[Run, list[Problem]]] = []
            for context in self.contexts:
                problems, ids, entry.facts = check_record(entry, context)
                by_day.append((Run(entry, context.as_of), problems))
                matched |= ids
            checked += [problem for _, kept in once_for_all_days(by_day) for problem in kept]
            packed = pack(entry.record, kind.model)
            rows.append(_plain(entry, packed, matched))
        records = dump(rows)
        first = store.of(kind.name)[0] if rows and kind.name == SUMMARISED else None
        whole = dump(packed) if first else b""
        findings = dump(_plain_problems(checked)) if checked else b""
        return Artefact(
            path=path,
            kind=kind.name,
            file_state=seen,
            offset=self.cache.append(records + whole + findings),
            records_length=len(records),
            records_digest=digest(records),
            full_length=len(whole),
            full_digest=digest(whole),
            findings_length=len(findings),
            findings_digest=digest(findings),
            token=digest(dump([row[:2] for row in rows])),
            problems=_plain_problems(store.problems),
            lines=tuple(sorted({line for entry in store.of(kind.name) for line in entry.faulty_lines})),
            unread=tuple(sorted(store.unread)),
            positions={},
            code=first.record.code if first else None,
            name=first.record.name if first else None,
            comparable_names=first.comparable_names if first else (),
            keys=tuple(sorted(store.of(kind.name)[0].document.keys)) if rows and kind.name in VERSION_KINDS else (),
        )

    def read(self, path: str, display_path: str, kind: Kind, store: Store, known: bytes = b"") -> FileState:
        """Read a file into `store`, unless its bytes have the digest `known`; returns its state."""
        text, seen = self._text(path, display_path, kind, store, known)
        if text is not None:
            read_text(text, display_path, kind, store)
        return seen

    def document(self, path: str, display_path: str, kind: Kind) -> Document | None:
        """The document of a file, parsed; None if it cannot be read."""
        store = Store({kind.name: []}, root=self.content)
        text, _ = self._text(path, display_path, kind, store)
        return None if text is None else parse_text(text, display_path, kind, store)

    def _text(
        self, path: str, display_path: str, kind: Kind, store: Store, known: bytes = b""
    ) -> tuple[str | None, FileState]:
        """The text and the state of a file. The text is None if its bytes have the digest `known`, or after adding the
        reason to `store`."""
        if path in self.drafts:
            return self.drafts[path], (0, 0, digest(self.drafts[path].encode("utf-8", "surrogatepass")))
        file, _ = locate(self.content, path)
        raw, state, store.problems = read_raw(file, display_path)
        place = b"" if file == self.content / path else b"package"  # messages name another path for the same bytes
        found = hashlib.blake2b(raw, digest_size=16, person=place).digest() if raw is not None else b""
        if state and found == known:
            return None, (state.st_size, state.st_mtime_ns, found)
        text, problems = decode(raw, display_path) if raw is not None else (None, [])
        store.problems += problems
        if text is None:
            store.unread.add(f"{kind.name}/{Path(path).stem}")
        if raw is None or state is None:
            return text, hash_file(str(file))
        return text, (state.st_size, state.st_mtime_ns, found)


def _plain(entry: Entry, packed: Any, matched: set[str]) -> tuple[Any, ...]:
    """A record with what reading and checking it alone gave; of a procedure its summary. packed: the whole record."""
    body = to_plain(entry.record, packed) if entry.kind.name == SUMMARISED else packed
    faulty, misplaced = (tuple(sorted(paths, key=repr)) for paths in (entry.faulty, entry.misplaced))
    return entry.base, body, faulty, misplaced, tuple(sorted(matched)), entry.facts


def _plain_problems(problems: Iterable[Problem]) -> tuple[tuple[Any, ...], ...]:
    """Problems as plain values, each once."""
    return tuple(dict.fromkeys(map(tuple, problems)))
