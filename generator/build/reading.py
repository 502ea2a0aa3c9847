"""Reads a content folder: takes the artefacts of unchanged files from the cache, makes those of the others."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from generator.build.artefact_cache import Artefact, ArtefactCache
from generator.build.artefacts import ArtefactReader
from generator.build.content import Content
from generator.build.content_store import ContentStore
from generator.io.input_hashes import mtime_is_trustworthy, walk
from generator.io.regular_file import is_regular
from generator.loading.decoding import read_source
from generator.loading.file_names import record_kind
from generator.loading.folder import list_content, read_file
from generator.loading.national_content import source_of
from generator.loading.store import Store
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.problem import Problem
from generator.resources import is_national
from generator.schema.dates import iso_day
from generator.schema.kinds import BY_NAME

BatchMap = Callable[[Callable[[list[Any]], Any], Sequence[Any], int], list[Any]]
BATCH_SIZE = 50  # files per batch
MANY = 400  # files; reading fewer of them all is as fast as the cache


def _days_of(content: Path, as_of: dt.date | None) -> list[dt.date]:
    """The published days, that of the root first: only `as_of` if it is given, else those that site.yml names."""
    store = Store({"site": []}, root=content)
    for name in ("site.yml", "site.yaml") if not as_of else ():
        if is_regular(content / name):
            with suppress(ValueError, TypeError, LookupError, YamlError):  # plain days need no validation
                data = parse(read_source(content / name, name)[0] or "")
                days = [data["as_of"], *(one["ngay"] for one in data.get("cac_ban") or ())]
                read = [day for day in map(iso_day, days) if day]
                if len(read) == len(days):
                    return list(dict.fromkeys(read))
            read_file(content / name, name, BY_NAME["site"], store)
    return store.days(as_of)


def read_content(
    content: Path,
    as_of: dt.date | None = None,
    cache: Path | None = None,
    map_parallel: BatchMap | None = None,
    drafts: dict[str, str] | None = None,
) -> Content:
    """Read `content`. as_of: overrides the day in site.yml; cache: folder of the artefacts, None for none;
    map_parallel: reads in several processes; drafts: texts to read instead of files, by path below `content`. Never
    raises for bad content; raises OSError if the temporary files cannot be written."""
    started, days = time.time_ns(), _days_of(content, as_of)
    files, problems = list_content(content)
    known = ArtefactCache(content, days, cache)
    reader = ArtefactReader(content, days, known, drafts)
    files += [path for path in reader.drafts if path not in set(files)]
    rows = {path: row for path, row in _unchanged(content, files, known) if path not in reader.drafts}
    missing = [path for path in files if path not in rows]
    firsts = {kind.name: path for path in reversed(missing) if (kind := record_kind(path))}
    # reading one file of each kind loads its validators and rules before any process is forked
    rows |= {path: reader.artefact(path) for path in firsts.values()}
    missing = [path for path in missing if path not in rows]
    parts = map_parallel(reader, missing, BATCH_SIZE) if map_parallel else [reader(missing)]
    rows |= {row.path: row for part in parts for row in part}
    rows = {path: rows[path] for path in sorted(files)}
    changed = len(firsts) + len(missing) + len(known.artefacts.keys() - rows.keys())
    known.artefacts = rows
    if drafts:
        known.index = None  # the artefact of a draft must not be saved as that of the file
    return Content(ContentStore(reader, rows.values(), problems), days, rows, started, changed)


def check_file(content: Path, relative: str, as_of: dt.date | None, text: str | None = None) -> list[Problem]:
    """The problems of the file at `relative` (POSIX path below `content`), as in a check of everything. text: a draft
    to check instead of the file. Never raises for bad content."""
    drafts = {relative: text} if text is not None else None
    return read_content(content, as_of, cache_beside(content), drafts=drafts).check_files([relative])


def cache_beside(content: Path) -> Path | None:
    """The cache folder of commands that only check: `.cache` beside `content` if it exists or the content is large,
    else None."""
    folder = content.resolve().parent / ".cache"
    return folder if folder.is_dir() or sum(1 for _ in islice(walk(content), MANY)) == MANY else None


def _unchanged(content: Path, files: list[str], known: ArtefactCache) -> Iterator[tuple[str, Artefact]]:
    """The files whose size and mtime are still those of their artefacts, with these artefacts."""
    own = f"{content}/"
    for path in files:
        row = known.artefacts.get(path)
        if row is None:
            continue
        try:
            state = os.lstat(source_of(content, path)[0] if is_national(path) else own + path)
        except OSError:
            continue
        size, changed, found = row.file_state
        same = state.st_size == size and state.st_mtime_ns == changed and found
        if same and mtime_is_trustworthy(changed, known.saved_at):
            yield path, row
