"""Pagefind's index: made only when the texts it is of have changed, and after the page is shown while somebody edits."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from generator.build.background import LatestTaskRunner
from generator.build.cache import BuildState
from generator.build.output_state import scan
from generator.io.staging import Staging
from generator.outputs.search.publish import light_copies


class FullTextIndexer:
    """The index of the site in `out`. later: makes it afterwards; texts: digest of the texts it is of, empty while it is being made."""

    def __init__(self, out: Path, later: LatestTaskRunner | None) -> None:
        self.out, self.later, self.texts = out, later, b""
        self.memory: BuildState | None = None  # of the last build

    def __call__(self, copies: dict[str, str], folder: Path) -> str:
        """Put Pagefind's index of `copies` into `folder`: the one that is there, when it is of the same texts. Returns a line for the
        summary. Raises PagefindError and OSError."""
        from generator.outputs.search.pagefind import run_pagefind

        if self.later:  # the index of before is better than none
            if (self.out / "pagefind").is_dir():
                shutil.copytree(self.out / "pagefind", folder / "pagefind")
            return ""
        whole = hashlib.blake2b(digest_size=16)
        for name, text in sorted(copies.items()):
            whole.update(f"{name}\n{len(text)}\n{text}".encode())
        self.texts = whole.digest()
        if self.memory and self.memory.pagefind == self.texts and self._there(self.memory):
            if folder != self.out:
                shutil.copytree(self.out / "pagefind", folder / "pagefind")
            return self.memory.made.pagefind
        if folder != self.out:
            return run_pagefind(copies, folder)
        with Staging(self.out, part="pagefind") as staging:  # beside the site: the index in use changes all at once
            said = run_pagefind(copies, staging.shared)
            (staging.shared / "pagefind").rename(staging.folder)
            staging.put_in_place()
        return said

    def again(self, titles: dict[str, str]) -> str:
        """Make the index of the pages `titles` (file → title) of the site anew, now or later."""
        later, self.later = self.later, None  # what runs later is not put off again
        if later:
            later(lambda: self(light_copies(titles, self.out), self.out))
            return ""
        return self(light_copies(titles, self.out), self.out)

    def _there(self, memory: BuildState) -> bool:
        """Whether the index that `memory` knows is there, whole."""
        return {
            name: state for name, state in memory.site.items() if name.startswith("pagefind/") and name != "pagefind/"
        } == scan(self.out, "pagefind/")
