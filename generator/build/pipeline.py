"""The pipeline from a content folder to a finished site: file → artefact → summaries joined → outputs → staging.

Every build is the same. What is cached decides how much of it has to be done: a cold build has an empty cache; after a
change only the changed files are read, and only the outputs whose inputs changed are made."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from generator.outputs.search.publish import light_copies
from generator.problem import Problem
from generator.schema.packing import digest

if TYPE_CHECKING:
    from generator.build.outputs import Made, OutputMaker

    Outputs = dict[str, tuple[tuple[str, ...], bytes]]


class SiteBuilder:
    """content: folder with the records; out: output folder; theme_dirs: template folders, first wins; as_of: overrides
    the day in site.yml; search: also build Pagefind's index; cache: folder for the caches, None for none; later: runs
    Pagefind in the background, for `serve`; shard: make only this part of the outputs (without state and Pagefind);
    carried: days of frozen editions that are left out; withhold: procedures with errors are left out (see
    checks/_engine/withholding.py).

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
        carried: frozenset[dt.date] = frozenset(),
        withhold: bool = False,
    ) -> None:
        self.content, self.out, self.theme_dirs, self.as_of, self.search = content, out, theme_dirs, as_of, search
        self.text_index = FullTextIndexer(out, later)
        self.carried, self.withhold = carried, withhold
        self.cache, self.shard, self.bar, self.part = cache, shard, ProgressBar(), ""
        where, days = (str(content.resolve()), str(out.resolve())), (str(as_of), sorted(map(str, carried)))
        paths = repr([where, days, search, theme_dirs, withhold])
        self.key = digest(code_hash(), theme_hash(Path(theme_dirs[0])), paths.encode("utf-8", "surrogatepass"))
        name = f"build-{digest(str(out.resolve()).encode('utf-8', 'surrogatepass')).hex()[:12]}.state"
        self.file = cache / name if cache and not shard else None
        self.seconds: list[tuple[str, float]] = []
        self.state: BuildState | None = None
        self.changed = False  # anything, since the state
        self.staging: Staging | None = None
        self.problems: list[Problem] = []
        self.read: Content | None = None
        self.indexed: dict[str, dict[str, str]] = {}  # by edition: file and title of the pages that Pagefind indexes
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
            if self.state and self.state.files == self.files and self.state.days == self.read.days:
                self.problems = self.state.problems
            else:
                self.problems = self.read.check(lambda work, items: self._map_parallel(work, items))
                self.changed = True
        return self.problems

    def write(self) -> BuildReport:
        """Write what changed and swap it in. Raises OSError, PagefindError, SheetError; the old site is then
        unchanged."""
        assert self.read is not None
        try:
            if self.state and not self.changed:
                return self.state.report
            return self._make(self.read)
        finally:
            self.abandon()
            if self.text_index.later:
                garbage.collect()

    def _make(self, read: Content) -> BuildReport:
        from generator.build.editions import edition_catalogues
        from generator.build.outputs import BATCH_SIZE, OutputMaker, report_of

        begun, state = time.perf_counter(), self.state
        select = self.shard.part if self.shard else list
        with self.timed("ghép nối"):
            self.staging = Staging(self.out, [self.content])
            catalogues = edition_catalogues(read.store, self.as_of, self.problems, self.carried, withhold=self.withhold)
            makers = [OutputMaker(one, self.theme_dirs, self.staging.folder) for one in catalogues]
            sites = [maker.whole_site() for maker in makers]
        known = state.outputs if state else {}
        made: list[Made] = []
        for maker, site in zip(makers, sites, strict=True):
            with self.timed("dựng trang, tệp xuất"):
                stale = select(maker.stale(site.parallel, known))
                made += [item for part in self._map_parallel(maker.make, stale, BATCH_SIZE) for item in part]
            if sheets := select(maker.stale_sheets(site.sheets, known)):
                with self.timed("tờ in (PDF)"):
                    made += maker.typeset(sheets)
            made += maker.make(maker.stale(site.small, known)) if select([True]) else []
        report = report_of(makers, sites)
        self.indexed = {
            maker.prefix: {page.file: page.title for page in site.pages if page.search}
            for maker, site in zip(makers, sites, strict=True)
        }
        self.made = [name for name, _, _ in made]
        report.seconds = time.perf_counter() - begun
        outputs = {name: (files, inputs) for name, inputs, files in made}
        if state:
            names = {name for maker, site in zip(makers, sites, strict=True) for name in maker.names(site)}
            outputs = {name: known[name] for name in known if name in names} | outputs
        return self._place(read, report, outputs, made, makers)

    def _place(
        self, read: Content, report: BuildReport, outputs: Outputs, made: list[Made], makers: list[OutputMaker]
    ) -> BuildReport:
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
        if state and names == before and len(written) <= REPLACED_ONE_BY_ONE and len(makers) == 1:
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
            if state:
                with self.timed("đưa vào chỗ"):
                    link_unchanged(self.out, folder, names - set(written))
            if self.search and not self.shard:
                with self.timed("Pagefind"):
                    report.pagefind = self.text_index(light_copies(report.indexed, folder), folder)
                    for maker in makers[1:]:
                        self._index_edition(maker.prefix, written)
            with self.timed("đưa vào chỗ"):
                if self.file:
                    remove_state(self.file)
                self.staging.commit()
            self.abandon()
            index, site = self.search, scan(self.out) if self.file else {}
        if self.file:
            with self.timed("ghi nhớ"):
                texts = self.text_index.texts
                save_state(
                    self.file,
                    self.key,
                    BuildState(read.days, self.files, outputs, self.problems, site, report, texts),
                )
        if index and later and not self.shard:
            self.text_index.rebuild(report.indexed)
        return report

    def _index_edition(self, prefix: str, written: list[str]) -> None:
        """Pagefind's index of the edition in the folder `prefix`: made if one of its pages was, else linked."""
        from generator.outputs.search.pagefind import run_pagefind

        assert self.staging is not None
        folder, inside = self.staging.folder / prefix, f"{prefix}pagefind/"
        old = [name for name in (self.state.site if self.state else ()) if name.startswith(inside) and name[-1] != "/"]
        if old and not any(name.startswith(prefix) and name.endswith(".html") for name in written):
            link_unchanged(self.out, self.staging.folder, old)
        else:
            pages = self.indexed[prefix]
            run_pagefind(light_copies(pages, folder), folder)

    def page_sources(self) -> dict[str, str]:
        """The content file of each page that has one, by the page's address in the site."""
        from generator.build.editions import edition_catalogues, page_sources

        assert self.read is not None
        catalogues = edition_catalogues(self.read.store, self.as_of, self.problems, self.carried)
        return page_sources(catalogues, self.content.name)

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
