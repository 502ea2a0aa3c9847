"""On-disk cache of record headers for the kinds with thousands of files.

Halves the time to check one file among 6,000 procedures, because the others are not opened.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.build import cache as build_cache
from generator.build import prescan
from generator.build.input_hashes import mtime_is_trustworthy, walk
from generator.build.prescan import DOCUMENT, PROCEDURE, RecordHeader
from generator.checks._engine.context import normalised_name
from generator.loading import decoding, file_names

# kinds with thousands of files -> YAML keys of their headers
KEYS = {"procedure": PROCEDURE, "law": DOCUMENT}
MANY = 600  # files; with fewer, scanning is as fast as the cache


@dataclass(slots=True)
class HeaderCache:
    """edition: digest of the scanning code; saved: time (ns); known: headers by path, with normalised names."""

    edition: str
    saved: int
    known: dict[str, RecordHeader]


@dataclass(slots=True)
class FileIndex:
    """The files of a content folder. of: relative paths by kind, sorted; sketches: headers of the kinds in KEYS, with
    normalised names."""

    of: dict[str, list[str]]
    sketches: dict[str, RecordHeader]


def index_files(content: Path) -> FileIndex:
    """List `content` and scan the files whose headers are not cached. Unreadable files and folders raise nothing."""
    started = time.time_ns()
    kinds: dict[str, list[str]] = {}
    states: dict[str, tuple[int, int]] = {}  # size, time of change (ns)
    for path, item in walk(content):
        kind = None if item.name.startswith(".") else file_names.record_kind(path)
        if kind:
            kinds.setdefault(kind.name, []).append(path)
            if kind.name in KEYS:
                state = item.stat(follow_symlinks=False)
                states[path] = state.st_size, state.st_mtime_ns
    for paths in kinds.values():
        paths.sort()
    name = hashlib.blake2b(str(content.resolve()).encode(), digest_size=6).hexdigest()
    file = content.parent / ".cache" / f"sketches-{name}.memory"
    before = build_cache.load(file, HeaderCache) if len(states) >= MANY else None
    if before is None or before.edition != _edition():
        before = HeaderCache("", 0, {})
    headers: dict[str, RecordHeader] = {}
    fresh = len(before.known) != len(states)
    for kind_name, keys in KEYS.items():
        for path in kinds.get(kind_name, ()):
            header = before.known.get(path)
            if (
                header is None
                or not header.seen
                or header.seen[:2] != states[path]
                or not mtime_is_trustworthy(header.seen[1], before.saved)
            ):
                header, fresh = prescan.scan_header(content, path, keys), True
                header = header._replace(name=normalised_name(header.name or ""))
            headers[path] = header
    if fresh and len(states) >= MANY:
        build_cache.save(HeaderCache(_edition(), started, headers), file)
    return FileIndex(kinds, headers)


@cache
def _edition() -> str:
    """Digest of the code that a header depends on."""
    return hashlib.blake2b(
        b"".join(Path(str(module.__file__)).read_bytes() for module in (file_names, decoding, prescan)), digest_size=8
    ).hexdigest()
