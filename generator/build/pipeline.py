"""The pipeline from a content folder to a finished site: file → artefact → summaries joined → outputs → staging.

All builds take the same steps; the cache decides how much is left to do in each. A cold build starts with an empty
cache; after a change only the changed files are read, and only the outputs whose inputs changed are made."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain, compress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import garbage
from generator.build.build_report import BuildReport, report_of
from generator.build.build_state import BuildState, load_state, save_state
from generator.build.content import Content, LastCheck
from generator.build.content_store import ContentStore
from generator.build.full_text_index import FullTextIndexer, LatestTaskRunner
from generator.build.output_state import unchanged
from generator.build.pool import beside
from generator.build.reading import read_content
from generator.build.shards import Shard, build_fingerprint, write_shard_manifest
from generator.build.site_placer import SitePlacer
from generator.build.stages import Stages
from generator.checks._engine.runner import Reads
from generator.io import transaction
from generator.io.guard import guard
from generator.io.input_hashes import code_hash, theme_hash
from generator.io.staging import Staging, recover
from generator.problem import ERROR, Problem
from generator.schema.packing import digest

if TYPE_CHECKING:
    from generator.build.outputs import Made, OutputMaker
    from generator.catalogue.catalogue import Catalogue
    from generator.composition.site_parts import SiteParts
    from generator.outputs.output import Output

    PartsOf = Callable[[], list[SiteParts]]


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What decides the finished site besides its content and templates; a build with other options needs another state.

    as_of: overrides the day in site.yml; search: also build Pagefind's index; carried: days of frozen editions to leave
    out; withhold: leave out procedures with errors (see checks/_engine/withholding.py); sites: names what is written if
    that is not the whole site."""

    as_of: dt.date | None = None
    search: bool = True
    carried: frozenset[dt.date] = frozenset()
    withhold: bool = False
    sites: str = ""


class SiteBuilder:
    """content: folder with the records; out: output folder; theme_dirs: template folders, first wins; cache: folder for
    the caches, None for none; remembers: keep the state of the build in the cache; later: runs Pagefind in the
    background, for `serve`; shard: make only this part of the outputs (without state and Pagefind).

    Call `check()`, then `write()` or `abandon()`."""

    def __init__(
        self,
        content: Path,
        out: Path,
        theme_dirs: list[str],
        options: SiteOptions = SiteOptions(),  # noqa: B008 it is frozen
        *,
        cache: Path | None = None,
        remembers: bool = True,
        later: LatestTaskRunner | None = None,
        shard: Shard | None = None,
    ) -> None:
        self.content, self.out, self.theme_dirs, self.options = content, out, theme_dirs, options
        self.text_index = FullTextIndexer(out, later)
        self.cache, self.shard, self.stages = cache, shard, Stages()
        days = (str(options.as_of), sorted(map(str, options.carried)))
        place = os.path.realpath(out)  # Path.resolve() raises RuntimeError for links in a circle
        inputs = [os.path.realpath(content), place, days, theme_dirs, options.search, options.withhold, options.sites]
        text = repr(inputs).encode("utf-8", "surrogatepass")
        self.key = digest(code_hash(), theme_hash(Path(theme_dirs[0])), text)
        name = f"build-{digest(place.encode('utf-8', 'surrogatepass')).hex()[:12]}.state"
        self.state_file = cache / name if cache and remembers and not shard else None
        self.state: BuildState | None = None  # of the last build, None unless `out` is still as that build left it
        self.content_changed = False  # since that build
        self.staging: Staging | None = None
        self.problems: list[Problem] = []
        self.read: Content | None = None
        self.joined: list[Catalogue] | None = None  # while the content was checked, until they are asked for
        self.new_outputs: list[str] = []  # names of the outputs that were made

    def check(self) -> list[Problem]:
        """Load and validate; returns all problems. Never raises for bad content; raises OutputRefused if `out` must not
        be replaced."""
        with self.stages("nhớ lại"):
            recover(self.out)
            transaction.recover(self.content)
            guard(self.out, [self.content])
            self.state = load_state(self.state_file, self.key) if self.state_file else None
            if self.state:
                self.text_index.last = (self.state.pagefind, self.state.report.pagefind, self.state.site)
                if not unchanged(self.out, self.state.site, ignore_index=self.text_index.later is not None):
                    self.state = None
        with self.stages("đọc"):
            self.read = read_content(self.content, self.options.as_of, self.cache, self.stages.map_parallel)
        with self.stages("kiểm tra"):
            last = self.state.last_check if self.state and self.state.days == self.read.days else None
            self.content_changed = not last or last.files != self.read.identities
            check = partial(self._checked, self.read, last)
            # after a private text the check is short, and a second process would only unpack the summaries once more
            long = not last or self.read.looks_changed_since(last.files)
            found, joined = beside(check, self._joined_ahead) if long else (check(), None)
            self.problems, self.read.kind_digests, self.read.reads = found
            if not any(problem.severity == ERROR for problem in self.problems):
                self.joined = joined
        return self.problems

    def _checked(self, read: Content, last: LastCheck | None) -> tuple[list[Problem], dict[str, bytes], Reads]:
        """What a check of the content finds, and what it notes in `read`."""
        return read.check(self.stages.map_parallel, last), read.kind_digests, read.reads

    def _joined_ahead(self) -> list[Catalogue] | None:
        """The catalogues as they are if the check finds no errors; None if they cannot be joined, which the check or
        joining them once more will say."""
        import generator.build.outputs  # noqa: F401  needed next

        try:
            return self._join([])
        except Exception:  # content with errors may be impossible to join, and the check reports them
            return None
        finally:
            self.store.forget_shared()

    @property
    def store(self) -> ContentStore:
        """The content, once it was read."""
        assert self.read is not None
        return self.read.store

    def catalogues(self) -> list[Catalogue]:
        """The catalogue of each edition, that of the root first."""
        joined, self.joined = self.joined, None
        for catalogue in joined or ():
            catalogue.problems = self.problems
        return joined or self._join(self.problems)

    def _join(self, problems: list[Problem]) -> list[Catalogue]:
        from generator.composition.editions import edition_catalogues

        chosen = self.options
        return edition_catalogues(self.store, chosen.as_of, problems, chosen.carried, withhold=chosen.withhold)

    def write(self, parts_of: PartsOf | None = None) -> BuildReport:
        """Write what changed and swap it in. parts_of: returns what to write, None for the whole of each edition.
        Raises OSError, PagefindError, SheetError; the old site is then unchanged."""
        assert self.read is not None
        try:
            if self.state and not self.content_changed:
                return self.state.report
            return self._make(self.read, parts_of)
        finally:
            self.abandon()
            if self.text_index.later:
                garbage.collect()

    def _make(self, read: Content, parts_of: PartsOf | None) -> BuildReport:
        from generator.build.outputs import OutputMaker
        from generator.composition.site_parts import whole_site

        begun, last = time.perf_counter(), self.state.outputs if self.state else {}
        join_digest, private = read.join_digest(self.problems), None
        if self.state and self.state.join_digest == join_digest:
            private = read.changed_since(self.state.last_check.files)
        with self.stages("ghép nối"):
            self.staging = Staging(self.out, [self.content])
            parts = parts_of() if parts_of else [whole_site(one, self.theme_dirs) for one in self.catalogues()]
            makers = [OutputMaker(one, self.staging.folder, last, private) for one in parts]
        made = self._make_stale(makers)
        self.new_outputs = [name for name, _ in made]
        report = report_of(parts)
        report.seconds = time.perf_counter() - begun
        names = {name for maker in makers for name in maker.names()}
        outputs = {name: last[name] for name in last if name in names} | dict(made)
        if self.shard:
            files = {path: row.file_state for path, row in read.artefacts.items()}
            fingerprint = build_fingerprint(files, Path(self.theme_dirs[0]), read.day)
            write_shard_manifest(self.shard, report, fingerprint, self.staging.folder)
        text_index = self.text_index if self.options.search and not self.shard else None
        placer = SitePlacer(self.out, self.staging, self.state, self.state_file, text_index, self.stages)
        site = placer.place(parts, outputs, [file for _, output in made for file in output.files], report)
        if self.state_file:
            with self.stages("ghi nhớ"):
                last_check, texts = read.as_last_check(self.problems), self.text_index.texts
                state = BuildState(read.days, last_check, join_digest, outputs, site, report, texts)
                save_state(self.state_file, self.key, state)
        if placer.index_later:
            self.text_index.rebuild(report.indexed)
        return report

    def _make_stale(self, makers: list[OutputMaker]) -> list[Made]:
        """Make the outputs whose inputs changed: of a shard its own."""
        from generator.build.outputs import BATCH_SIZE, MIN_OUTPUTS, make_together, sheets_differ, typeset_together

        select = self.shard.part if self.shard else list

        def together(tasks: list[tuple[OutputMaker, Output]]) -> list[Made]:
            batches = self.stages.map_parallel(make_together, tasks, BATCH_SIZE, MIN_OUTPUTS)
            return [output for batch in batches for output in batch]

        with self.stages("dựng trang, tệp xuất"):
            # exports first: the longest task decides when all are done
            tasks = [(maker, one) for maker in makers for one in select(maker.suspects(maker.parts.exports))]
            tasks += [(maker, one) for maker in makers for one in select(maker.suspects(maker.pages))]
            made = together(tasks)
            if not self.shard or self.shard.number == 1:  # files that all shards share
                made += together([(maker, one) for maker in makers for one in maker.suspects(maker.parts.files)])
        if sheets := [(maker, one) for maker in makers for one in select(maker.suspects(maker.parts.sheets))]:
            with self.stages("tờ in (PDF)"):
                if self.state:
                    batches_differ = self.stages.map_parallel(sheets_differ, sheets, BATCH_SIZE, MIN_OUTPUTS)
                    sheets = list(compress(sheets, chain.from_iterable(batches_differ)))
                made += typeset_together(sheets)
        return made

    def page_sources(self) -> dict[str, str]:
        """The content file of each page that has one, by the page's address in the site."""
        from generator.composition.editions import page_sources

        return page_sources(self.catalogues(), self.content.name)

    def abandon(self) -> None:
        """Delete the staging directory."""
        if self.staging:
            self.staging.close()
            self.staging = None
