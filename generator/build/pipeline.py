"""The build pipeline: content to a finished output folder, incremental if the build cache allows it."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.build import cache as build_cache
from generator.build.background import LatestTaskRunner
from generator.build.build_report import BuildReport
from generator.build.cache import BuildState, serialise
from generator.build.fingerprint import DependencyFingerprint, fingerprint_of
from generator.build.full_text_index import FullTextIndexer
from generator.build.incremental import IncrementalPlan, apply_incremental, plan_incremental
from generator.build.input_hashes import code_hash, hash_tree, theme_hash
from generator.build.output_state import rescan, scan, unchanged
from generator.build.pool import BATCH, parallel_map
from generator.build.progress import ProgressBar
from generator.build.shards import Shard, build_fingerprint, write_shard_manifest
from generator.build.streaming import STREAMING_THRESHOLD, StreamingBuild, build_streaming
from generator.catalogue.catalogue import Catalogue
from generator.io.guard import guard
from generator.io.staging import Staging, recover
from generator.problem import Problem


class SiteBuilder:
    """content: folder with the records; out: output folder; theme_dirs: template folders, first wins; as_of: overrides
    the day in site.yml; search: also build Pagefind's index; cache: folder for the build cache, None for none; later:
    runs Pagefind in the background, for `serve`; shard: build only this shard (without cache and Pagefind);
    carried: days of frozen editions that are left out.

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
    ) -> None:
        self.content, self.out, self.theme_dirs, self.as_of, self.search = content, out, theme_dirs, as_of, search
        self.text_index = FullTextIndexer(out, later)
        self.shard, self.bar, self.part, self.carried = shard, ProgressBar(), "", carried
        key = [
            code_hash(),
            theme_hash(Path(theme_dirs[0])),
            str(content.resolve()),
            str(out.resolve()),
            str(as_of),
            search,
            theme_dirs,
            sorted(carried),
        ]
        self.key = hashlib.blake2b(repr(key).encode(), digest_size=16).digest()
        name = f"build-{hashlib.blake2b(str(out.resolve()).encode(), digest_size=6).hexdigest()}.memory"
        self.file = cache / name if cache and not shard else None
        self.seconds: list[tuple[str, float]] = []
        self.change: IncrementalPlan | None = None
        self.staging: Staging | None = None
        self.problems: list[Problem] = []
        self.early: StreamingBuild | None = None
        self.many = STREAMING_THRESHOLD

    def check(self) -> list[Problem]:
        """Load and validate; returns all problems. Never raises for bad content; raises OutputRefused if `out` must not
        be replaced."""
        with self.timed("nhớ lại"):
            recover(self.out)
            guard(self.out, [self.content])
            self.begun = time.time_ns()
            state = build_cache.load(self.file, BuildState) if self.file else None
            self.memory = self.text_index.memory = state if state and state.key == self.key else None
            self.now = hash_tree(self.content, self.memory.content, self.memory.saved) if self.memory else {}
            if self.memory and unchanged(self.out, self.memory.site, "pagefind" if self.text_index.later else "\0"):
                self.day = self.memory.day
                self.change = plan_incremental(self.memory, self.content, self.now, self.day)
                if self.change and self.change.shown and self.change.store.days(self.as_of)[1:]:
                    self.change = None  # other editions may show the record too
        if self.change:
            self.problems = self.change.problems
            return self.problems
        with gc_paused(self.text_index.later is not None):
            self._load_and_check()
        return self.problems

    def _load_and_check(self) -> None:
        if not self.shard:
            try:
                with self.timed("đọc, kiểm tra, dựng trang thủ tục"):
                    self.early = build_streaming(
                        self.content, self.as_of, self._stage, self.theme_dirs, self._map_parallel, self.many
                    )
            finally:
                if not self.early:
                    self.abandon()
        if self.early and not self.early.faulty:
            self.store, self.problems, self.outlines, self.day = (
                self.early.store,
                self.early.problems,
                self.early.outlines,
                self.early.catalogue.as_of,
            )
            self.now = self.now or self.early.seen
        elif self.early:
            self.problems = self.early.problems
        else:
            self._load_all()

    def _load_all(self) -> None:
        from generator.checks._engine.runner import check
        from generator.loading.folder import read_folder

        if (self.file or self.shard) and not self.now:
            self.now = hash_tree(self.content, {}, 0)
        with self.timed("đọc"):
            self.store = read_folder(self.content, lambda done, total: self.bar(self.part, done, total))
        self.day = self.store.day(self.as_of)
        with self.timed("kiểm tra"):
            self.problems = check(self.store, self.day, self._map_parallel, self.store.days(self.as_of)[1:])
        with self.timed("ghi nhớ"):
            self.outlines = serialise(self._fingerprints()) if self.file else b""

    def write(self) -> BuildReport:
        """Write the site and swap it in. Raises OSError and PagefindError; the old site is then unchanged."""
        with gc_paused(self.text_index.later is not None):
            return self._write_incremental(self.change) if self.change else self._write_all()

    def _write_all(self) -> BuildReport:
        from generator.build.editions import edition_catalogues, write_others
        from generator.build.writer import write_site

        if self.early and self.early.faulty:
            self.early = None
            self.abandon()
            self._load_all()
        if self.early:
            catalogues, done, renderer = [self.early.catalogue], self.early.rendered_files, self.early.renderer
        else:
            with self.timed("ghép nối"):
                catalogues = edition_catalogues(self.store, self.as_of, self.problems, self.carried)
                done, renderer = set(), None
        try:
            staging = self.staging.folder if self.staging else self._stage()
            only = self.shard.part if self.shard else None
            report = write_site(
                catalogues[0],
                staging,
                self.theme_dirs,
                search=self.search,
                map_parallel=self._map_parallel,
                text_index=self.text_index,
                timed=self.timed,
                only=only,
                done=done,
                renderer=renderer,
            )
            report = write_others(catalogues, staging, self._write_edition, report)
            if self.shard:
                state = build_fingerprint(self.now, Path(self.theme_dirs[0]), self.day)
                write_shard_manifest(self.shard, report, state, staging)
            with self.timed("đưa vào chỗ"):
                if self.file:
                    build_cache.invalidate(self.file)
                assert self.staging is not None
                self.staging.commit()
        finally:
            self.abandon()
        self._save_cache(report)
        if self.text_index.later and self.search:
            self.text_index.rebuild(report.indexed)
        return report

    def _write_edition(self, catalogue: Catalogue, folder: Path) -> BuildReport:
        from generator.build.writer import write_site

        return write_site(
            catalogue,
            folder,
            self.theme_dirs,
            search=self.search,
            map_parallel=self._map_parallel,
            timed=self.timed,
            only=self.shard.part if self.shard else None,
        )

    def _write_incremental(self, change: IncrementalPlan) -> BuildReport:
        assert self.memory is not None and self.file is not None
        report = self.memory.made
        with self.timed("dựng trang đã đổi"):
            if change.shown:
                build_cache.invalidate(self.file)
            written = apply_incremental(change, self.out, self._stage, self.theme_dirs, report.assets, self.day)
            self.abandon()
        index, later = self.search and any(name in report.indexed for name in written), self.text_index.later
        self.text_index.texts = b"" if later else self.memory.pagefind
        if index and not later:
            with self.timed("Pagefind"):
                report.pagefind = self.text_index.rebuild(report.indexed)
        if change.shown or self.now != self.memory.content:
            self.memory.content, self.memory.problems = self.now, self.problems
            self.memory.site = scan(self.out) if index and not later else self.memory.site | rescan(self.out, written)
            self.memory.pagefind, self.memory.saved = self.text_index.texts, self.begun
            build_cache.save(self.memory, self.file)
        if index and later:
            self.text_index.rebuild(report.indexed)
        return report

    def _save_cache(self, report: BuildReport) -> None:
        if not self.file:
            return
        with self.timed("ghi nhớ"):
            fixed = {kind: serialise(entries) for kind, entries in self.store.entries.items() if kind != "procedure"}
            state = BuildState(
                self.key,
                self.day,
                self.now,
                self.outlines,
                self.problems,
                scan(self.out),
                report,
                fixed,
                self.text_index.texts,
                self.begun,
            )
            build_cache.save(state, self.file)

    def _fingerprints(self) -> dict[str, DependencyFingerprint]:
        faulty = {problem.path for problem in self.store.problems}
        return {
            entry.path.partition("/")[2]: fingerprint_of(entry)
            for entry in self.store.of("procedure")
            if entry.record.code and entry.path not in faulty
        }

    def _stage(self) -> Path:
        self.staging = Staging(self.out, [self.content])
        return self.staging.folder

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
        min_batch: int = 1,
        while_starting: Callable[[], None] | None = None,
    ) -> list[Any]:
        def on_progress(done: int, total: int, /) -> None:
            self.bar(self.part, done, total)

        return parallel_map(work, items, on_progress, max_batch, min_batch, while_starting)


@contextmanager
def gc_paused(long_lived: bool) -> Iterator[None]:
    """Pause garbage collection: records have no cycles, so collections while a million objects are allocated find
    nothing. Saves a tenth of a cold build. long_lived: the process builds again (`serve`); otherwise all objects are
    frozen, so that later collections and the shutdown skip them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not long_lived:
                gc.freeze()
            gc.enable()
