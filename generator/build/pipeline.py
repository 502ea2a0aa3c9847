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

from generator.build import garbage
from generator.build.build_report import BuildReport, report_of
from generator.build.build_state import BuildState, Facts, load_state, remove_state, save_state
from generator.build.content import Content, LastCheck, read_content
from generator.build.content_store import ContentStore
from generator.build.full_text_index import FullTextIndexer, LatestTaskRunner
from generator.build.output_state import rescan, scan, unchanged
from generator.build.placing import REPLACED_ONE_BY_ONE, link_folder, link_unchanged, mark_sites, replace_files
from generator.build.pool import BATCH, MIN_ITEMS, parallel_map
from generator.build.progress import ProgressBar
from generator.build.shards import Shard, build_fingerprint, write_shard_manifest
from generator.io.guard import guard
from generator.io.input_hashes import code_hash, theme_hash
from generator.io.staging import Staging, recover
from generator.problem import Problem
from generator.schema.packing import digest

if TYPE_CHECKING:
    from generator.catalogue.catalogue import Catalogue
    from generator.composition.site_parts import SiteParts

    Outputs = dict[str, Facts]
    PartsOf = Callable[[], list[SiteParts]]


class SiteBuilder:
    """content: folder with the records; out: output folder; theme_dirs: template folders, first wins; as_of: overrides
    the day in site.yml; search: also build Pagefind's index; cache: folder for the caches, None for none; later: runs
    Pagefind in the background, for `serve`; shard: make only this part of the outputs (without state and Pagefind);
    carried: days of frozen editions that are left out; withhold: procedures with errors are left out (see
    checks/_engine/withholding.py); sites: what is written besides the whole site, part of what identifies the last
    build; remembers: keep the state of the build in the cache.

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
        sites: str = "",
        remembers: bool = True,
    ) -> None:
        self.content, self.out, self.theme_dirs, self.as_of, self.search = content, out, theme_dirs, as_of, search
        self.text_index = FullTextIndexer(out, later)
        self.carried, self.withhold = carried, withhold
        self.cache, self.shard, self.bar, self.part = cache, shard, ProgressBar(), ""
        where, days = (str(content.resolve()), str(out.resolve())), (str(as_of), sorted(map(str, carried)))
        paths = repr([where, days, search, theme_dirs, withhold, sites])
        self.key = digest(code_hash(), theme_hash(Path(theme_dirs[0])), paths.encode("utf-8", "surrogatepass"))
        name = f"build-{digest(str(out.resolve()).encode('utf-8', 'surrogatepass')).hex()[:12]}.state"
        self.file = cache / name if cache and remembers and not shard else None
        self.seconds: list[tuple[str, float]] = []
        self.state: BuildState | None = None
        self.changed = False  # anything, since the state
        self.staging: Staging | None = None
        self.problems: list[Problem] = []
        self.read: Content | None = None
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
            state, files = self.state, self.read.identities
            last = state.checked if state and state.days == self.read.days else None
            self.changed = not last or last.files != files
            self.problems = self.read.check(lambda work, items: self._map_parallel(work, items), last)
            self.checked = LastCheck(files, self.read.sums, self.problems, self.read.reads)
        return self.problems

    @property
    def store(self) -> ContentStore:
        """The content, once it was read."""
        assert self.read is not None
        return self.read.store

    def catalogues(self) -> list[Catalogue]:
        """The catalogue of each edition, that of the root first."""
        from generator.composition.editions import edition_catalogues

        return edition_catalogues(self.store, self.as_of, self.problems, self.carried, withhold=self.withhold)

    def write(self, parts_of: PartsOf | None = None) -> BuildReport:
        """Write what changed and swap it in. parts_of: returns what to write, None for the whole of each edition.
        Raises OSError, PagefindError, SheetError; the old site is then unchanged."""
        assert self.read is not None
        try:
            if self.state and not self.changed:
                return self.state.report
            return self._make(self.read, parts_of)
        finally:
            self.abandon()
            if self.text_index.later:
                garbage.collect()

    def _make(self, read: Content, parts_of: PartsOf | None) -> BuildReport:
        from generator.build.outputs import BATCH_SIZE, MIN_OUTPUTS, OutputMaker, make_together, typeset_together
        from generator.composition.site_parts import whole_site

        begun, known = time.perf_counter(), self.state.outputs if self.state else {}
        self.joined, private = read.joined(self.problems), None
        if self.state and self.state.joined == self.joined:
            private = read.changed_since(self.state.checked.files)
        select = self.shard.part if self.shard else list
        with self.timed("ghép nối"):
            self.staging = Staging(self.out, [self.content])
            parts = parts_of() if parts_of else [whole_site(one, self.theme_dirs) for one in self.catalogues()]
            makers = [OutputMaker(one, self.staging.folder, known, private) for one in parts]
        with self.timed("dựng trang, tệp xuất"):
            # exports first: the longest task decides when all are done
            tasks = [(maker, one) for maker in makers for one in select(maker.stale(maker.parts.exports))]
            tasks += [(maker, one) for maker in makers for one in select(maker.stale(maker.pages))]
            made = [item for part in self._map_parallel(make_together, tasks, BATCH_SIZE, MIN_OUTPUTS) for item in part]
        if sheets := [(maker, one) for maker in makers for one in select(maker.stale_sheets())]:
            with self.timed("tờ in (PDF)"):
                made += typeset_together(sheets)
        for maker in makers if select([True]) else ():
            made += maker.make(maker.stale(maker.parts.files))
        report = report_of(parts)
        self.made = [name for name, _ in made]
        report.seconds = time.perf_counter() - begun
        names = {name for maker in makers for name in maker.names()}
        outputs = {name: known[name] for name in known if name in names}
        outputs |= dict(made)
        return self._place(read, report, outputs, [name for _, (files, *_) in made for name in files], parts)

    def _place(
        self, read: Content, report: BuildReport, outputs: Outputs, written: list[str], parts: list[SiteParts]
    ) -> BuildReport:
        """Put the files that were written into the site."""
        assert self.staging is not None
        state, later, folder = self.state, self.text_index.later, self.staging.folder
        if self.shard:
            seen = {path: row.seen for path, row in read.artefacts.items()}
            identity = build_fingerprint(seen, Path(self.theme_dirs[0]), read.day)
            write_shard_manifest(self.shard, report, identity, folder)
        names = {name for files, *_ in outputs.values() for name in files}
        before = {name for files, *_ in state.outputs.values() for name in files} if state else set()
        if (
            state
            and names == before
            and len(written) <= REPLACED_ONE_BY_ONE
            and not self._indexed_apart(parts, written)
        ):
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
                from generator.outputs.search.publish import light_copies

                with self.timed("Pagefind"):
                    for one in parts:
                        if one.folders[0] == "" and one.indexed:
                            report.pagefind = self.text_index(light_copies(one.indexed, folder), folder)
                        elif one.indexed:
                            self._index_folder(one, written)
            with self.timed("đưa vào chỗ"):
                if self.file:
                    remove_state(self.file)
                mark_sites(folder, parts)
                self.staging.commit()
            self.abandon()
            index, site = self.search, scan(self.out) if self.file else {}
        if self.file:
            with self.timed("ghi nhớ"):
                texts = self.text_index.texts
                save_state(
                    self.file,
                    self.key,
                    BuildState(read.days, self.checked, self.joined, outputs, site, report, texts),
                )
        if index and later and not self.shard:
            self.text_index.rebuild(report.indexed)
        return report

    def _indexed_apart(self, parts: list[SiteParts], written: list[str]) -> bool:
        """One of these files is a page in an index of its own, in the folder of an edition or a commune."""
        folders = tuple(folder for one in parts if one.indexed for folder in one.folders if folder)
        return self.search and any(name.endswith(".html") and name.startswith(folders) for name in written)

    def _index_folder(self, parts: SiteParts, written: list[str]) -> None:
        """Pagefind's index of an edition in its folder, or of the sites that share it: made if one of its pages was,
        else linked."""
        from generator.outputs.search.pagefind import run_pagefind
        from generator.outputs.search.publish import light_copies

        assert self.staging is not None
        first, *others = [self.staging.folder / folder for folder in parts.folders]
        inside = f"{parts.folders[0]}pagefind/"
        old = [name for name in (self.state.site if self.state else ()) if name.startswith(inside) and name[-1] != "/"]
        if old and not any(name.startswith(parts.folders[0]) and name.endswith(".html") for name in written):
            link_unchanged(self.out, self.staging.folder, old)
        else:
            copies: dict[str, str] = {}
            for name, title in parts.indexed.items():
                place = (parts.folders_of(name) or parts.folders)[0]
                copies |= light_copies({name: title}, self.staging.folder / place)
            run_pagefind(copies, first)
        for other in others:
            link_folder(first / "pagefind", other / "pagefind")

    def page_sources(self) -> dict[str, str]:
        """The content file of each page that has one, by the page's address in the site."""
        from generator.composition.editions import page_sources

        return page_sources(self.catalogues(), self.content.name)

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

    def _map_parallel(
        self,
        work: Callable[[list[Any]], Any],
        items: Sequence[Any],
        max_batch: int = BATCH,
        min_items: int = MIN_ITEMS,
    ) -> list[Any]:
        def on_progress(done: int, total: int, /) -> None:
            self.bar(self.part, done, total)

        return parallel_map(work, items, on_progress, max_batch, min_items=min_items)
