"""Moves what was made into the site: a few files one by one; if there are more, the whole folder is exchanged."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.build_report import BuildReport
from generator.build.build_state import BuildState, OutputRecord
from generator.build.full_text_index import FullTextIndexer
from generator.build.output_state import OutputState, rescan, scan
from generator.build.stages import Stages
from generator.io import cache_file, mark
from generator.io.file import link_files
from generator.io.staging import Staging

if TYPE_CHECKING:
    from generator.composition.site_parts import SiteParts

ONE_BY_ONE = 500  # files; with more, or when pages or folders come or go, the folder is exchanged


class SitePlacer:
    """out: the site; staging: what was made; state: of the last build, None if `out` is not as that build left it;
    state_file: where the state is stored, None if it is not; text_index: None if there is no index.

    index_later: after `place`, whether the index has to be made in the background."""

    def __init__(
        self,
        out: Path,
        staging: Staging,
        state: BuildState | None,
        state_file: Path | None,
        text_index: FullTextIndexer | None,
        stages: Stages,
    ) -> None:
        self.out, self.staging, self.state, self.state_file = out, staging, state, state_file
        self.text_index, self.stages = text_index, stages
        self.index_later = False

    def place(
        self, parts: list[SiteParts], outputs: dict[str, OutputRecord], written: list[str], report: BuildReport
    ) -> OutputState:
        """Move the files that were written into the site; returns its state. outputs: all that the site consists of.
        Raises OSError, PagefindError; the old site is then unchanged."""
        names = _files(outputs)
        before = _files(self.state.outputs) if self.state else set()
        obsolete = sorted(before - names)
        exchanges_index = self.text_index and self.text_index.changes_below_root(parts, written)
        if self.state and not exchanges_index and (names == before or self._only_data(names ^ before, names & before)):
            found = _differing(self.staging.folder, self.out, written, ONE_BY_ONE - len(obsolete))
            if found:
                return self._replace(self.state, report, *found, obsolete)
        return self._exchange(parts, names, written, report)

    def _only_data(self, others: set[str], same: set[str]) -> bool:
        """True if only data files with a hash in their names come or go: no pages, and in folders that stay."""
        folders = {name.rpartition("/")[0] for name in same}
        stay = all(name.rpartition("/")[0] in folders and not name.endswith(".html") for name in others)
        return stay and mark.read(self.out) is not None

    def _replace(
        self, state: BuildState, report: BuildReport, lacking: list[str], others: list[str], obsolete: list[str]
    ) -> OutputState:
        with self.stages("đưa vào chỗ"):
            self._forget()
            changed = _replace_files(self.staging.folder, self.out, lacking, others, obsolete)
        index = self.text_index
        if index and any(name in report.indexed for name in changed):
            if not index.later:
                with self.stages("Pagefind"):
                    report.pagefind = index.rebuild(report.indexed)
                return scan(self.out)
            self.index_later = True
        elif index:
            index.texts = b"" if index.later else state.pagefind
        site = {name: known for name, known in state.site.items() if name not in obsolete}
        return site | rescan(self.out, changed, obsolete)

    def _exchange(
        self, parts: list[SiteParts], names: set[str], written: list[str], report: BuildReport
    ) -> OutputState:
        if self.state:
            with self.stages("đưa vào chỗ"):
                link_files(self.out, self.staging.folder, names - set(written))
        if self.text_index:
            with self.stages("Pagefind"):
                site = self.state.site if self.state else {}
                report.pagefind = self.text_index(parts, self.staging.folder, written, site)
            self.index_later = self.text_index.later is not None
        with self.stages("đưa vào chỗ"):
            self._forget()
            _mark_sites(self.staging.folder, {inside for one in parts for inside in one.folders})
            self.staging.commit()
        self.staging.close()
        return scan(self.out) if self.state_file else {}

    def _forget(self) -> None:
        """Delete the state before the site is changed, so that the build after a killed one makes everything."""
        if self.state_file:
            cache_file.remove(self.state_file)


def _files(outputs: dict[str, OutputRecord]) -> set[str]:
    return {file for output in outputs.values() for file in output.files}


def _differing(new: Path, out: Path, names: Iterable[str], limit: int) -> tuple[list[str], list[str]] | None:
    """Compare the files `names` of the folder `new` with `out`: those that `out` lacks, those that have other bytes
    there; None if they are more than `limit`. Raises OSError."""
    lacking: list[str] = []
    others: list[str] = []
    for name in sorted(set(names)):
        if not os.path.exists(f"{out}/{name}"):
            lacking.append(name)
        elif not filecmp.cmp(f"{new}/{name}", f"{out}/{name}", shallow=False):
            others.append(name)
        if len(lacking) + len(others) > limit:
            return None
    filecmp.clear_cache()
    return lacking, others


def _replace_files(new: Path, out: Path, lacking: list[str], others: list[str], obsolete: list[str]) -> list[str]:
    """Move files from the folder `new` to `out`, each atomically: first those that `out` lacks, since others may refer
    to them. Then delete the files `obsolete`. At any moment the mark lists every file that is there. Returns the files
    that were written. Raises OSError."""
    listed = (mark.read(out) or frozenset()) | set(lacking) if lacking or obsolete else frozenset[str]()
    if lacking:
        mark.write_names(out, listed)
    for name in (*lacking, *others):
        (new / name).replace(out / name)
    for name in obsolete:
        (out / name).unlink()
    if obsolete:
        mark.write_names(out, listed - set(obsolete))
    return [*lacking, *others, *([mark.MARK] if lacking or obsolete else [])]


def _mark_sites(folder: Path, folders: set[str]) -> None:
    """Mark each of the sites in `folders` below `folder`, so that each may later be built alone; nothing if the site is
    `folder` itself. Raises OSError."""
    for inside in sorted(folders) if "" not in folders else ():
        mark.write(folder / inside)
