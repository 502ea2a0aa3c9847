"""Precompressed copies beside the files, so that web servers need not compress on every request."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Callable
from pathlib import Path

from generator.io.cache_file import read_cached, write_cached

SUFFIXES = {
    ".html",
    ".css",
    ".js",
    ".json",
    ".svg",
    ".xml",
    ".txt",
    ".ics",
    ".csv",
    ".md",
    ".jsonl",
    ".webmanifest",
    ".pagefind",
    ".ttl",
    ".jsonld",
    ".xsd",
}
MIN_SIZE = 300  # bytes; smaller files fit in one packet anyway
BROTLI = 10  # of 11: the last level takes three times as long for 2 %


def compress(folder: Path, cache: Path | None = None, skip: frozenset[str] = frozenset()) -> list[str]:
    """Write NAME.br and NAME.gz beside every text file that gets smaller; returns their paths.

    cache: a folder of results by content hash; skip: paths to leave alone. Equal input bytes give equal files.
    """
    import brotli

    kinds: dict[str, Callable[[bytes], bytes]] = {
        ".br": lambda data: brotli.compress(data, quality=BROTLI),
        ".gz": lambda data: gzip.compress(data, 9, mtime=0),
    }
    made: list[str] = []
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in SUFFIXES):
        name = file.relative_to(folder).as_posix()
        data = file.read_bytes()
        if len(data) < MIN_SIZE or name in skip:
            continue
        for suffix, work in kinds.items():
            small = _cached(data, suffix, work, cache)
            if len(small) < len(data) * 0.95:
                file.with_name(file.name + suffix).write_bytes(small)
                made.append(name + suffix)
    return made


def _cached(data: bytes, suffix: str, work: Callable[[bytes], bytes], cache: Path | None) -> bytes:
    if cache is None:
        return work(data)
    cached = cache / f"{hashlib.sha256(data).hexdigest()}-{BROTLI}{suffix}"
    small = read_cached(cached)
    if small is None or _opened(small, suffix) != data:  # what the cache says must not reach readers unchecked
        small = work(data)
        write_cached(cached, small)
    return small


def _opened(small: bytes, suffix: str) -> bytes | None:
    import brotli

    try:
        opened: bytes = brotli.decompress(small) if suffix == ".br" else gzip.decompress(small)
    except (brotli.error, OSError, EOFError, zlib.error):
        return None
    return opened
