"""The pipeline from a content folder to a finished site: file → artefact → summaries joined → outputs → staging.

Every build is the same. What is cached decides how much of it has to be done: a cold build has an empty cache; after a
change only the changed files are read, and only the outputs whose inputs changed are made."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from generator import garbage
from generator.build.background import LatestTaskRunner
from generator.build.build_report import BuildReport
from generator.build.build_state import BuildState, identities, load_state, remove_state, save_state
from generator.build.content import Content, read_content
from generator.build.full_text_index import FullTextIndexer
from generator.build.input_hashes import code_hash, theme_hash
from generator.build.output_state import rescan, scan, unchanged
from generator.build.placing import REPLACED_ONE_BY_ONE, link_unchanged, replace_files
from generator.build.pool import BATCH, parallel_map
from generator.build.progress import ProgressBar
from generator.build.shards import Shard, build_fingerprint, write_shard_manifest
from generator.io.guard import guard
from generator.io.staging import Staging, recover
from generator.problem import Problem
from generator.rendering import qr
from generator.schema.packing import digest


class SiteBuilder:
    """content: folder with the records; out: output folder; theme_dirs: template folders, first wins; as_of: overrides
    the day in site.yml; search: also build Pagefind's index; cache: folder for the caches, None for none; later: runs
    Pagefind in the background, for `serve`; shard: make only this part of the outputs (without state and Pagefind).

    Call `check()`, then `write()` or `abandon()`. seconds: (stage, seconds) pairs for the timing table."""

    def __init__(
        self,
        content: Path,
        out: Path,
        theme_dirs: list[str],
        *,
        as_of: dt.date | None = None,
        search: bool = True,
        cache: Path | None = None,
        later: LatestTaskRunner | None = None,
        shard: Shard | None = None,
    ) -> None:
        self.content, self.out, self.theme_dirs, self.as_of, self.search = content, out, theme_dirs, as_of, search
        self.text_index = FullTextIndexer(out, later)
        self.cache, self.shard, self.bar, self.part = cache, shard, ProgressBar(), ""
        paths = repr([str(content.resolve()), str(out.resolve()), str(as_of), search, theme_dirs])
        self.key = digest(code_hash(), theme_hash(Path(theme_dirs[0])), paths.encode("utf-8", "surrogatepass"))
        name = f"build-{digest(str(out.resolve()).encode('utf-8', 'surrogatepass')).hex()[:12]}.state"
        self.file = cache / name if cache and not shard else None
        self.seconds: list[tuple[str, float]] = []
        self.state: BuildState | None = None
        self.only: list[str] | None = None  # the procedures that are read and shown, where nothing else changed
        self.staging: Staging | None = None
        self.problems: list[Problem] = []
        self.read: Content | None = None
        self.near: dict[str, list[str]] = {}
        self.made: list[str] = []  # names of the outputs that were made

    def check(self) -> list[Problem]:
        """Load and validate; returns all problems. Never raises for bad content; raises OutputRefused if `out` must not
        be replaced."""
        with self.timed("nhớ lại"):
            recover(self.out)
            guard(self.out, [self.content])
            self.state = load_state(self.file, self.key) if self.file else None
            if self.state:
                self.text_index.last = (self.state.pagefind, self.state.report.pagefind, self.state.site)
                if not unchanged(self.out, self.state.site, "pagefind" if self.text_index.later else "\0"):
                    self.state = None
        with self.timed("đọc"):
            self.read = read_content(self.content, self.as_of, self.cache, self._map_parallel)
        with self.timed("kiểm tra"):
            self.files = identities(self.read)
            self.only = self.state.only_private(self.files, self.read) if self.state else None
            if self.only is not None and self.state:
                self.problems = self.state.problems_after(self.only, self.read)
            else:
                self.problems = self.read.check()
        return self.problems

    def write(self) -> BuildReport:
        """Write what changed and swap it in. Raises OSError, PagefindError, SheetError; the old site is then
        unchanged."""
        assert self.read is not None
        try:
            if self.only == [] and self.state and self.state.files == self.files:
                return self.state.report  # nothing changed
            return self._make(self.read)
        finally:
            self.abandon()
            if self.text_index.later:
                garbage.collect()

    def _make(self, read: Content) -> BuildReport:
        from generator.build.outputs import BATCH_SIZE, OutputMaker, sheet_digest
        from generator.catalogue.builder import build_catalogue

        begun, state = time.perf_counter(), self.state
        with self.timed("ghép nối"):
            store = read.store if self.only is None else read.around(self.only, state.near if state else {})
            catalogue = build_catalogue(store, read.day, self.problems)
            if self.only is not None and state:
                catalogue.has_sheets, self.near = state.has_sheets, state.near
                qr.MATRIX_CACHE.update(state.codes)
            self.staging = Staging(self.out, [self.content])
            maker = OutputMaker(catalogue, self.theme_dirs, self.staging.folder)
            if self.only is None:
                site = maker.whole_site()
                self.near = maker.near({read.shown(path): path for path in read.artefacts})
            else:
                shown = set(map(read.shown, self.only))
                site = maker.of_procedures([view for view in catalogue.procedures.values() if view.source in shown])
            select = self.shard.part if self.shard else list
            known = state.outputs if state else {}

            def stale(name: str, inputs: Callable[[], bytes]) -> bool:
                return name not in known or inputs() != known[name][1]

            pages = [one for one in site.parallel if stale(one.name, partial(maker.digest, one))]
            sheets = [one for one in site.sheets if stale(one.path, partial(sheet_digest, one))]
            small = [one for one in site.small if stale(one.name, partial(maker.digest, one))]
        with self.timed("dựng trang, tệp xuất"):
            made = [item for part in self._map_parallel(maker.make, select(pages), BATCH_SIZE) for item in part]
        if sheets:
            with self.timed("tờ in (PDF)"):
                made += maker.typeset(select(sheets))
        made += maker.make(small) if select([True]) else []
        report = BuildReport.of(catalogue, site.pages, maker.assets.names) if self.only is None else state.report  # type: ignore[union-attr]
        self.made = [name for name, _, _ in made]
        report.seconds = time.perf_counter() - begun
        outputs = {name: (files, inputs) for name, inputs, files in made}
        if state:
            names = [one.name for one in (*site.parallel, *site.small)] + [one.path for one in site.sheets]
            kept = known if self.only is not None else {name: known[name] for name in names if name in known}
            outputs = kept | outputs
        return self._place(read, report, outputs, made, catalogue.has_sheets)

    def _place(self, read: Content, report: BuildReport, outputs: dict, made: list, has_sheets: bool) -> BuildReport:
        """Put the files that were made into the site."""
        assert self.staging is not None
        state, later, folder = self.state, self.text_index.later, self.staging.folder
        written = [name for _, _, files in made for name in files]
        if self.shard:
            seen = {path: row.seen for path, row in read.artefacts.items()}
            identity = build_fingerprint(seen, Path(self.theme_dirs[0]), read.day)
            write_shard_manifest(self.shard, report, identity, folder)
        names = {name for files, _ in outputs.values() for name in files}
        before = {name for files, _ in state.outputs.values() for name in files} if state else set()
        if state and names == before and len(written) <= REPLACED_ONE_BY_ONE:
            with self.timed("đưa vào chỗ"):
                if self.file:
                    remove_state(self.file)
                changed = replace_files(folder, self.out, written)
            index = self.search and any(name in report.indexed for name in changed)
            if index and not later:
                with self.timed("Pagefind"):
                    report.pagefind = self.text_index.rebuild(report.indexed)
            elif not index:
                self.text_index.texts = b"" if later else state.pagefind
            site = scan(self.out) if index and not later else state.site | rescan(self.out, changed)
        else:
            with self.timed("đưa vào chỗ"):
                changed = written
                if state:
                    link_unchanged(self.out, folder, names - set(written))
            if self.search and not self.shard:
                from generator.outputs.search.publish import light_copies

                with self.timed("Pagefind"):
                    report.pagefind = self.text_index(light_copies(report.indexed, folder), folder)
            with self.timed("đưa vào chỗ"):
                if self.file:
                    remove_state(self.file)
                self.staging.commit()
            self.abandon()
            index, site = self.search, scan(self.out) if self.file else {}
        if self.file:
            with self.timed("ghi nhớ"):
                self._remember(read, report, outputs, has_sheets, site)
        if index and later and not self.shard:
            self.text_index.rebuild(report.indexed)
        return report

    def _remember(self, read: Content, report: BuildReport, outputs: dict, has_sheets: bool, site: dict) -> None:
        assert self.file is not None
        near = self.near
        codes = dict(qr.MATRIX_CACHE)
        state = BuildState(
            read.day, self.files, outputs, near, self.problems, site, report, codes, self.text_index.texts, has_sheets
        )
        save_state(self.file, self.key, state)

    def abandon(self) -> None:
        """Delete the staging directory."""
        if self.staging:
            self.staging.close()
            self.staging = None

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Record how long the stage `part` took."""
        started, self.part = time.perf_counter(), part
        self.bar(part)
        yield
        self.seconds.append((part, time.perf_counter() - started))
        self.bar.end()

    def _map_parallel(self, work: Callable[[list], Any], items: Sequence, max_batch: int = BATCH) -> list[Any]:
        def on_progress(done: int, total: int, /) -> None:
            self.bar(self.part, done, total)

        return parallel_map(work, items, on_progress, max_batch)
