"""The first half of a large build from nothing: each process takes a few procedures at a time, reads, checks and lays them out,
and keeps of them only what others can see.

Buys: the second processor for reading too, and a third of the memory. What a procedure's page and check may look at is known
beforehand: everything that is no procedure, and the procedures near it (see outline.py), found by their sketches. What cannot be
known beforehand is held against the whole afterwards; if anything is not as it was taken to be, everything is done in the usual way.
"""

from __future__ import annotations

import copy
import datetime as dt
import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.build import cache
from generator.build.compact import clear_interned, deserialise, serialise
from generator.build.fingerprint import DependencyFingerprint, fingerprint_of
from generator.build.input_hashes import FileStates, hash_tree
from generator.build.prescan import RecordHeader, placeholder_entry, scan_header
from generator.build.writer import Renderer, create_renderer, write_file
from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.runner import check_entries, of_all
from generator.loading.file_names import record_kind
from generator.loading.folder import display_path, list_content, read_file, read_files
from generator.loading.store import Entry, Store
from generator.outputs.exports.registry import data_files
from generator.pages.procedure import page
from generator.pages.related import inverse_relations
from generator.problem import Problem
from generator.schema.kinds import BY_NAME, KINDS

STREAMING_THRESHOLD = 600  # procedures; with fewer the usual way is as quick
BATCH_SIZE = 200  # procedures in memory at a time
MIN_BATCH_SIZE = 12  # and no fewer, while there are more
GC_RECORD_LIMIT = 2500  # procedures whose rubbish may lie about until the end, 90 KB each: clearing it away is a tenth of the work

Share = Callable[..., list[Any]]


@dataclass(slots=True)
class StreamingBuild:
    """store: everything, procedures without their own texts; outlines: packed, as a memory keeps them; laid_out: files of the pages that are written, with these tools; seen: the
    files of the content as they were before they were read; faulty: a procedure has errors, which others show: if the site is wanted all the
    same, everything has to be done in the usual way."""

    store: Store
    problems: list[Problem]
    catalogue: Catalogue
    outlines: bytes
    laid_out: set[str]
    tools: Renderer
    seen: FileStates
    faulty: bool


@dataclass(slots=True)
class BatchResult:
    """What came of a few procedures; packed: records by path, see slim.py. None of it counts when `odd`: something was not as its sketch said."""

    packed: list[tuple[str, bytes]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outlines: dict[str, DependencyFingerprint] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    odd: bool = False


def build_streaming(
    content: Path,
    as_of: dt.date | None,
    staging: Callable[[], Path],
    theme_dirs: list[str],
    share: Share,
    many: int = STREAMING_THRESHOLD,
) -> StreamingBuild | None:
    """Read and check `content`, and write the pages of its procedures into the folder that `staging` makes. None when that is not the
    way for this content; what is in the folder then does not count. Raises OSError when it cannot be written to."""
    files, problems = list_content(content)
    procedures = [path for path in files if (kind := record_kind(path)) and kind.name == "procedure"]
    if len(procedures) < many:
        return None
    base = Store({kind.name: [] for kind in KINDS}, problems, content)
    seen: FileStates = {}
    works: list[_Work] = []

    def others() -> None:
        seen.update(hash_tree(content, {}, 0, set(procedures)))
        read_files(content, files, base, without="procedure")
        if all(
            (entry.record.most_sheets or 0) < len(procedures) for entry in base.of("site")
        ):  # printed sheets need every record whole
            works.append(_Work(base, base.day(as_of), staging(), theme_dirs))
            works[0].begin(procedures[0])

    sketches = [
        item
        for part in share(
            lambda paths: [scan_header(content, path) for path in paths], procedures, BATCH_SIZE, meanwhile=others
        )
        for item in part
    ]
    if not works or any(not item.code or not item.name for item in sketches):
        return None
    work = works[0]
    seen |= {item.path: item.seen for item in sketches if item.seen}
    work.know(sketches)
    gc.freeze()  # what was there before is no rubbish
    parts: list[BatchResult] = [item for part in share(work, sketches, BATCH_SIZE, MIN_BATCH_SIZE) for item in part]
    gc.unfreeze()
    sketches.clear()
    work.forget()
    return None if any(part.odd for part in parts) else _together(work, parts, seen)


class _Work:
    """Called with sketches: reads, checks and lays out their procedures."""

    def __init__(self, base: Store, day: dt.date, staging: Path, theme_dirs: list[str]) -> None:
        self.base, self.day, self.staging = base, day, staging
        assert base.root is not None
        self.content = base.root
        self.overlaid = {
            entry.record.code for entry in base.of("overlay")
        }  # a commune's layer is held against every text
        self.world = ValidationContext(base, day)
        for name in ("laws", "agencies", "fields", "field_slugs", "units", "working_days"):
            getattr(self.world, name)  # worked out once, before processes part
        self.forget()
        self.catalogue = build_catalogue(base, day, [])
        self.tools = self.layout, _ = create_renderer(self.catalogue, theme_dirs)
        self.folders: set[str] = set()

    def begin(self, path: str) -> None:
        """Do one procedure for nothing, before processes part: what is built when it is first used is there for all of them."""
        one = scan_header(self.content, path)
        self.know([one])
        self._part([one])
        self.forget()

    def know(self, sketches: list[RecordHeader]) -> None:
        """Which procedures there are."""
        self.known |= dict.fromkeys(
            (item.code or "" for item in sketches), [placeholder_entry("procedure")]
        )  # unless it is near
        for item in sketches:
            for name in item.names:
                self.named.setdefault(name, []).append(item)
            for code in item.mentions:
                self.mentioned.setdefault(code, []).append(item)
        self.stems |= {item.stem for item in sketches}

    def _shown(self, path: str) -> str:
        return f"{self.content.name}/{display_path(path)}"

    def __call__(self, sketches: list[RecordHeader]) -> list[BatchResult]:
        found = []
        for at in range(0, len(sketches), BATCH_SIZE):
            found.append(self._part(sketches[at : at + BATCH_SIZE]))
            self.layout.show(self.catalogue)  # let go of the part's own
            if len(self.stems) > GC_RECORD_LIMIT:
                gc.collect()  # its pages and views refer to each other in circles
            if found[-1].odd:
                break
        return found

    def forget(self) -> None:
        """When all parts are done: make room for what comes of them."""
        self.known: dict[str, list[Entry]] = {}
        self.named: dict[str, list[RecordHeader]] = {}
        self.mentioned: dict[str, list[RecordHeader]] = {}
        self.stems: set[str] = set()

    def _part(self, sketches: list[RecordHeader]) -> BatchResult:
        store = Store({**self.base.entries, "procedure": []}, root=self.content, unread=set(self.base.unread))
        for path in sorted({item.path for item in sketches} | self._near(sketches)):
            read_file(self.content / path, self._shown(path), BY_NAME["procedure"], store)
        shown = {self._shown(item.path): item for item in sketches}
        fresh = [entry for entry in store.of("procedure") if entry.path in shown]
        if len(fresh) != len(sketches) or any(
            (entry.record.code, entry.record.name) != (shown[entry.path].code, shown[entry.path].name)
            for entry in fresh
        ):
            return BatchResult(odd=True)
        part = BatchResult(problems=[problem for problem in store.problems if problem.path in shown])
        faulty = {problem.path for problem in part.problems}
        part.problems += check_entries(fresh, self._around(store))
        part.files = self._lay_out(store, part.problems, set(shown))
        for entry in fresh:
            known = shown[entry.path]
            packed = serialise(entry.record)
            if entry.path not in faulty:
                part.outlines[known.path] = fingerprint_of(entry, packed, known.mentions)
            part.packed.append((entry.path, serialise(entry.record, whole=True) if known.code in self.overlaid else packed))
        return part

    def _near(self, sketches: list[RecordHeader]) -> set[str]:
        """Files of the procedures whose content these pages and checks may look at: those near, and those that they mention (a page
        shows what tells its neighbours apart, with links)."""
        close = [
            other
            for item in sketches
            for name in item.names
            for table in (self.named, self.mentioned)
            for other in table.get(name, ())
        ]
        close += [other for item in sketches for code in item.mentions for other in self.named.get(code, ())]
        return {item.path for item in close} | {
            other.path for item in close for code in item.mentions for other in self.named.get(code, ())
        }

    def _around(self, store: Store) -> ValidationContext:
        """The world of a part: what was read is there as it is, all other procedures by code and name."""
        world = copy.copy(self.world)
        world.store, world._tables = store, {}
        fresh = ValidationContext(store, self.day)
        world.procedures = self.known | fresh.procedures
        world.procedure_names = fresh.procedure_names
        world.procedure_files = self.stems
        return world

    def _lay_out(self, store: Store, problems: list[Problem], shown: set[str]) -> list[str]:
        catalogue = build_catalogue(store, self.day, problems)
        catalogue.has_sheets = False
        self.layout.show(catalogue)
        turned = inverse_relations(catalogue)
        found = [page(view, catalogue, turned) for view in catalogue.procedures.values() if view.source in shown]
        for item in found:
            write_file(self.staging, item.file, self.layout.html(item).encode("utf-8"), self.folders)
        return [item.file for item in found]


def _together(work: _Work, parts: list[BatchResult], seen: FileStates) -> StreamingBuild | None:
    base = work.base
    procedures: list[Entry] = []
    for part in parts:
        procedures += [deserialise(path, packed) for path, packed in part.packed]
        part.packed.clear()
    clear_interned()
    store = Store(base.entries | {"procedure": procedures}, base.problems, base.root, base.unread)
    others = [entry for kind, entries in base.entries.items() if kind != "procedure" for entry in entries]
    found = check_entries(others, ValidationContext(store, work.day))
    problems = of_all(store, [*found, *(problem for part in parts for problem in part.problems)])
    catalogue = build_catalogue(store, work.day, problems)
    laid_out = [file for part in parts for file in part.files]
    wanted = {page(view, catalogue, {}).file for view in catalogue.procedures.values()}
    data = dict(data_files(catalogue)) == dict(data_files(work.catalogue))  # pages name it by a hash of its bytes
    if catalogue.has_sheets or len(laid_out) != len(wanted) or set(laid_out) != wanted or not data:
        return None
    outlines = cache.serialise({path: item for part in parts for path, item in part.outlines.items()})
    parts.clear()
    faulty = any(view.problems for view in catalogue.procedures.values())
    return StreamingBuild(store, problems, catalogue, outlines, set(laid_out), work.tools, seen, faulty)
