"""Pagefind's indexes, which are rebuilt only when the indexed texts have changed; under `serve`, in the background."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.output_state import OutputState, scan
from generator.io.file import link_files
from generator.io.staging import Staging

if TYPE_CHECKING:
    from generator.composition.site_parts import SiteParts

IN_PLACE = threading.Lock()  # held while the root's index is copied from the site, or exchanged in the background


class LatestTaskRunner:
    """Runs the latest requested task, one at a time, on a background thread. A task that raises is logged and
    dropped."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest_id = 0

    def __call__(self, work: Callable[[], object]) -> threading.Thread:
        """Start `work` when the running task is done, unless a newer request arrives first. Returns the thread."""
        self._latest_id += 1
        thread = threading.Thread(target=self._run, args=(work, self._latest_id), daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], object], number: int) -> None:
        with self._lock:
            if number != self._latest_id:
                return
            try:
                work()
            except Exception as error:
                if number == self._latest_id:  # otherwise a newer build has its own task queued
                    import logging  # under `serve` alone

                    logging.getLogger("mkdocs.plugins.tthc").warning("Chưa cập nhật được mục lục Pagefind: %s", error)


class FullTextIndexer:
    """The indexes of the site in `out`. later: runs the indexing of the root in the background; texts: digest of the
    texts indexed for the root, empty while that index is being built."""

    def __init__(self, out: Path, later: LatestTaskRunner | None) -> None:
        self.out, self.later, self.texts = out, later, b""
        # of the last build: the digest of the texts, the line for the summary, the state of the site
        self.last: tuple[bytes, str, OutputState] = (b"", "", {})

    def __call__(self, parts: list[SiteParts], folder: Path, written: list[str], site: OutputState) -> str:
        """Write the indexes of a site into the new `folder`; indexes of unchanged pages are taken over from `out`.
        written: the files that were made; site: the state of `out`, empty if it is not as the last build left it.
        Returns a line for the summary. Raises PagefindError and OSError."""
        from generator.outputs.search.publish import light_copies

        summary = ""
        for one in parts:
            if one.indexed and one.folders[0] == "":
                summary = self._of_root(light_copies(one.indexed, folder), folder)
            elif one.indexed:
                self._of_folders(one, folder, written, site)
        return summary

    def changes_below_root(self, parts: list[SiteParts], written: list[str]) -> bool:
        """True if one of these files is a page below an edition's or a commune's folder, which has an index of its
        own."""
        folders = tuple(folder for one in parts if one.indexed for folder in one.folders if folder)
        return any(name.endswith(".html") and name.startswith(folders) for name in written)

    def _of_folders(self, parts: SiteParts, new: Path, written: list[str], site: OutputState) -> None:
        """Write the index of an edition, or the one that several communes' sites share, into each folder."""
        from generator.outputs.search.pagefind import run_pagefind
        from generator.outputs.search.publish import light_copies

        first, *others = parts.folders
        inside = f"{first}pagefind/"
        old = [name for name in site if name.startswith(inside) and name[-1] != "/"]
        if old and not any(name.startswith(first) and name.endswith(".html") for name in written):
            link_files(self.out, new, old)
        else:
            copies: dict[str, str] = {}
            for name, title in parts.indexed.items():
                place = (parts.folders_of(name) or parts.folders)[0]
                copies |= light_copies({name: title}, new / place)
            run_pagefind(copies, new / first)
        for other in others:
            names = [path.relative_to(new / inside).as_posix() for path in (new / inside).rglob("*") if path.is_file()]
            link_files(new / inside, new / other / "pagefind", names)

    def _of_root(self, copies: dict[str, str], folder: Path) -> str:
        """Write the index of `copies` into `folder`, reusing the existing index if the texts are the same."""
        from generator.outputs.search.pagefind import run_pagefind

        if self.later:  # until the new index is there, the previous one is better than none
            with IN_PLACE:
                if (self.out / "pagefind").is_dir():
                    shutil.copytree(self.out / "pagefind", folder / "pagefind")
            return ""
        digest = hashlib.blake2b(digest_size=16)
        for name, text in sorted(copies.items()):
            digest.update(f"{name}\n{len(text)}\n{text}".encode())
        self.texts = digest.digest()
        if self.last[0] == self.texts and self._index_unchanged():
            if folder != self.out:
                shutil.copytree(self.out / "pagefind", folder / "pagefind")
            return self.last[1]
        if folder != self.out:
            return run_pagefind(copies, folder)
        with Staging(self.out, part="pagefind") as staging:  # staged, so that the index in use is replaced atomically
            summary = run_pagefind(copies, staging.shared)
            (staging.shared / "pagefind").rename(staging.folder)
            with IN_PLACE:
                staging.commit()
        return summary

    def rebuild(self, titles: dict[str, str]) -> str:
        """Rebuild the index of the pages `titles` (file → title), in the background if `later` is set."""
        from generator.outputs.search.publish import light_copies

        later, self.later = self.later, None  # the background task itself must not be deferred
        if later:
            later(lambda: self._of_root(light_copies(titles, self.out), self.out))
            return ""
        return self._of_root(light_copies(titles, self.out), self.out)

    def _index_unchanged(self) -> bool:
        """True if the index in the output folder is unchanged since the last build."""
        return {
            name: state for name, state in self.last[2].items() if name.startswith("pagefind/") and name != "pagefind/"
        } == scan(self.out, "pagefind/")
