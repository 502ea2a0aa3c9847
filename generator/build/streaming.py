"""Streaming mode for large cold builds: each worker loads, checks and renders procedures in batches and keeps only a
compact form of each.

Uses all processors for loading too, and a third of the memory. The dependencies of a procedure's page and check are
known from the prescan: all other kinds, and the procedures related to it (fingerprint.py). Assumptions made from the
prescan are verified at the end; if any was wrong, the result is discarded and a normal build runs."""

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

STREAMING_THRESHOLD = 600  # procedures; with fewer, a normal build is as fast
BATCH_SIZE = 200  # procedures per batch
MIN_BATCH_SIZE = 12  # smallest batch, except for the last
# Above this many procedures, collect garbage after each batch (90 KB of cycles per procedure); it costs 10 % of the
# time.
GC_RECORD_LIMIT = 2500

ParallelMap = Callable[..., list[Any]]  # as pool.parallel_map


@dataclass(slots=True)
class StreamingBuild:
    """store: all records, procedures without private fields; outlines: fingerprints, serialised for the build cache;
    rendered_files: files of the pages that were written; renderer: used for them; seen: states of the content files
    before they were read; faulty: a procedure has errors, which other pages show, so writing the site needs a normal
    build."""

    store: Store
    problems: list[Problem]
    catalogue: Catalogue
    outlines: bytes
    rendered_files: set[str]
    renderer: Renderer
    seen: FileStates
    faulty: bool


@dataclass(slots=True)
class BatchResult:
    """The result of a batch. packed: serialised records by path, see compact.py; prescan_mismatch: a record differs
    from its header, so the result is invalid."""

    packed: list[tuple[str, bytes]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outlines: dict[str, DependencyFingerprint] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    prescan_mismatch: bool = False


def build_streaming(
    content: Path,
    as_of: dt.date | None,
    staging: Callable[[], Path],
    theme_dirs: list[str],
    map_parallel: ParallelMap,
    many: int = STREAMING_THRESHOLD,
) -> StreamingBuild | None:
    """Load and check `content`, and write the pages of its procedures into the folder that `staging` creates. None if
    the content needs a normal build; the folder's files must then be discarded. Raises OSError if it cannot be written
    to."""
    files, problems = list_content(content)
    procedures = [path for path in files if (kind := record_kind(path)) and kind.name == "procedure"]
    if len(procedures) < many or any(
        "@" in path or path == "fates.yml" for path in files
    ):  # versions need the whole store
        return None
    base = Store({kind.name: [] for kind in KINDS}, problems, content)
    seen: FileStates = {}
    workers: list[_BatchWorker] = []

    def load_other_kinds() -> None:
        seen.update(hash_tree(content, {}, 0, set(procedures)))
        read_files(content, files, base, without="procedure")
        # printed sheets need every record with all fields
        if all((entry.record.most_sheets or 0) < len(procedures) for entry in base.of("site")):
            workers.append(_BatchWorker(base, base.day(as_of), staging(), theme_dirs))
            workers[0].warm_up(procedures[0])

    headers = [
        item
        for batch in map_parallel(
            lambda paths: [scan_header(content, path) for path in paths],
            procedures,
            BATCH_SIZE,
            while_starting=load_other_kinds,
        )
        for item in batch
    ]
    if not workers or any(not item.code or not item.name for item in headers):
        return None
    worker = workers[0]
    seen |= {item.path: item.seen for item in headers if item.seen}
    worker.index_records(headers)
    gc.freeze()  # exclude existing objects from collections
    results: list[BatchResult] = [
        item for batch in map_parallel(worker, headers, BATCH_SIZE, MIN_BATCH_SIZE) for item in batch
    ]
    gc.unfreeze()
    headers.clear()
    worker.clear_index()
    return None if any(item.prescan_mismatch for item in results) else _merge_batches(worker, results, seen)


class _BatchWorker:
    """Called with headers: loads, checks and renders their procedures."""

    def __init__(self, base: Store, day: dt.date, staging: Path, theme_dirs: list[str]) -> None:
        self.base, self.day, self.staging = base, day, staging
        assert base.root is not None
        self.content = base.root
        # an overlay is checked against every text of its procedure, so these are kept with all fields
        self.overlaid = {entry.record.code for entry in base.of("overlay")}
        self.context = ValidationContext(base, day)
        for name in ("laws", "agencies", "fields", "field_slugs", "units", "working_days"):
            getattr(self.context, name)  # computed once, before forking
        self.clear_index()
        self.catalogue = build_catalogue(base, day, [])
        self.renderer = self.layout, _ = create_renderer(self.catalogue, theme_dirs)
        self.folders: set[str] = set()

    def warm_up(self, path: str) -> None:
        """Render one procedure before forking, so that lazily built caches (templates, validators) exist in all
        workers."""
        header = scan_header(self.content, path)
        self.index_records([header])
        self._run_batch([header])
        self.clear_index()

    def index_records(self, headers: list[RecordHeader]) -> None:
        """Index the headers of all procedures, for `_dependencies`."""
        # placeholders; `_context` replaces those of the procedures that were loaded
        self.placeholders |= dict.fromkeys((item.code or "" for item in headers), [placeholder_entry("procedure")])
        for item in headers:
            for name in item.names:
                self.named.setdefault(name, []).append(item)
            for code in item.mentions:
                self.mentioned.setdefault(code, []).append(item)
        self.stems |= {item.stem for item in headers}

    def _shown(self, path: str) -> str:
        return f"{self.content.name}/{display_path(path)}"

    def __call__(self, headers: list[RecordHeader]) -> list[BatchResult]:
        results = []
        for at in range(0, len(headers), BATCH_SIZE):
            results.append(self._run_batch(headers[at : at + BATCH_SIZE]))
            self.layout.show(self.catalogue)  # release the batch's own catalogue
            if len(self.stems) > GC_RECORD_LIMIT:
                gc.collect()  # pages and views of the batch form cycles
            if results[-1].prescan_mismatch:
                break
        return results

    def clear_index(self) -> None:
        """Free the index when all batches are done."""
        self.placeholders: dict[str, list[Entry]] = {}
        self.named: dict[str, list[RecordHeader]] = {}
        self.mentioned: dict[str, list[RecordHeader]] = {}
        self.stems: set[str] = set()

    def _run_batch(self, headers: list[RecordHeader]) -> BatchResult:
        store = Store({**self.base.entries, "procedure": []}, root=self.content, unread=set(self.base.unread))
        for path in sorted({item.path for item in headers} | self._dependencies(headers)):
            read_file(self.content / path, self._shown(path), BY_NAME["procedure"], store)
        shown = {self._shown(item.path): item for item in headers}
        fresh = [entry for entry in store.of("procedure") if entry.path in shown]
        if len(fresh) != len(headers) or any(
            (entry.record.code, entry.record.name) != (shown[entry.path].code, shown[entry.path].name)
            for entry in fresh
        ):
            return BatchResult(prescan_mismatch=True)
        result = BatchResult(problems=[problem for problem in store.problems if problem.path in shown])
        faulty = {problem.path for problem in result.problems}
        result.problems += check_entries(fresh, self._context(store))
        result.files = self._render(store, result.problems, set(shown))
        for entry in fresh:
            header = shown[entry.path]
            packed = serialise(entry.record)
            if entry.path not in faulty:
                result.outlines[header.path] = fingerprint_of(entry, packed, header.mentions)
            if header.code in self.overlaid:
                packed = serialise(entry.record, whole=True)
            result.packed.append((entry.path, packed))
        return result

    def _dependencies(self, headers: list[RecordHeader]) -> set[str]:
        """Files of the procedures that the pages and checks of a batch can depend on: related ones, and those that
        these mention (a page shows how related procedures differ, with links)."""
        related = [
            other
            for item in headers
            for name in item.names
            for table in (self.named, self.mentioned)
            for other in table.get(name, ())
        ]
        related += [other for item in headers for code in item.mentions for other in self.named.get(code, ())]
        return {item.path for item in related} | {
            other.path for item in related for code in item.mentions for other in self.named.get(code, ())
        }

    def _context(self, store: Store) -> ValidationContext:
        """The context for checking a batch: all procedures that were not loaded are placeholders."""
        context = copy.copy(self.context)
        context.store, context._tables = store, {}
        fresh = ValidationContext(store, self.day)
        context.procedures = self.placeholders | fresh.procedures
        context.procedure_names = fresh.procedure_names
        context.procedure_files = self.stems
        return context

    def _render(self, store: Store, problems: list[Problem], shown: set[str]) -> list[str]:
        catalogue = build_catalogue(store, self.day, problems)
        catalogue.has_sheets = False
        self.layout.show(catalogue)
        inverse = inverse_relations(catalogue)
        pages = [page(view, catalogue, inverse) for view in catalogue.procedures.values() if view.source in shown]
        for item in pages:
            write_file(self.staging, item.file, self.layout.html(item).encode("utf-8"), self.folders)
        return [item.file for item in pages]


def _merge_batches(worker: _BatchWorker, results: list[BatchResult], seen: FileStates) -> StreamingBuild | None:
    base = worker.base
    procedures: list[Entry] = []
    for result in results:
        procedures += [deserialise(path, packed) for path, packed in result.packed]
        result.packed.clear()
    clear_interned()
    store = Store(base.entries | {"procedure": procedures}, base.problems, base.root, base.unread)
    others = [entry for kind, entries in base.entries.items() if kind != "procedure" for entry in entries]
    other_problems = check_entries(others, ValidationContext(store, worker.day))
    problems = of_all(store, [*other_problems, *(problem for result in results for problem in result.problems)])
    catalogue = build_catalogue(store, worker.day, problems)
    rendered_files = [file for result in results for file in result.files]
    expected = {page(view, catalogue, {}).file for view in catalogue.procedures.values()}
    same_data = dict(data_files(catalogue)) == dict(
        data_files(worker.catalogue)
    )  # pages refer to data files by a hash of their bytes
    if catalogue.has_sheets or len(rendered_files) != len(expected) or set(rendered_files) != expected or not same_data:
        return None
    outlines = cache.serialise({path: item for result in results for path, item in result.outlines.items()})
    results.clear()
    faulty = any(view.problems for view in catalogue.procedures.values())
    return StreamingBuild(store, problems, catalogue, outlines, set(rendered_files), worker.renderer, seen, faulty)
