"""One build from content to a finished folder: all of it, or as little as the last build's memory allows."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import pickle
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.problem import Problem
from generator.site.made import Made
from generator.site.swap import put_in_place, staging_for
from generator.speed import memory as memories
from generator.speed.again import Change, small_change, write_again
from generator.speed.later import Later
from generator.speed.memory import Memory
from generator.speed.outline import Outline, outline
from generator.speed.prints import code, states, theme, tree
from generator.speed.progress import Bar
from generator.speed.shards import Shard, edition, note
from generator.speed.workers import share_out


class Build:
    """content: the folder with the records; out: the folder of the site; theme_dirs: templates, first wins; as_of: overrides
    the day in site.yml; search: also make Pagefind's index; cache: folder for what the next build may use, None for
    none; later: runs Pagefind after the build, for `serve`; shard: only this part of the site (without memory and Pagefind).

    `check()` first, then `write()` or `abandon()`. seconds: (part, seconds) of what was done, for a table."""

    def __init__(
        self,
        content: Path,
        out: Path,
        theme_dirs: list[str],
        *,
        as_of: dt.date | None = None,
        search: bool = True,
        cache: Path | None = None,
        later: Later | None = None,
        shard: Shard | None = None,
    ) -> None:
        self.content, self.out, self.theme_dirs, self.as_of, self.search, self.later = content, out, theme_dirs, as_of, search, later
        self.shard, self.bar, self.part = shard, Bar(), ""
        key = [code(), theme(Path(theme_dirs[0])), str(content.resolve()), str(out.resolve()), str(as_of), search, theme_dirs]
        self.key = hashlib.blake2b(repr(key).encode(), digest_size=16).digest()
        name = f"build-{hashlib.blake2b(str(out.resolve()).encode(), digest_size=6).hexdigest()}.memory"
        self.file = cache / name if cache and not shard else None
        self.seconds: list[tuple[str, float]] = []
        self.change: Change | None = None
        self.staging: Path | None = None
        self.problems: list[Problem] = []
        self.pagefind = b""

    def check(self) -> list[Problem]:
        """Read and check; all problems. Never raises for bad content."""
        with self.timed("nhớ lại"):
            self.begun = time.time_ns()
            found = memories.load(self.file) if self.file else None
            self.memory = found if found and found.key == self.key else None
            self.now = tree(self.content, self.memory.content if self.memory else {}, self.memory.saved if self.memory else 0)
            if self.memory and _same_site(self.out, self.memory, index=self.later is None):
                self.day = self.memory.day
                self.change = small_change(self.memory, self.content, self.now, self.day)
        if self.change:
            self.problems = self.change.problems
            return self.problems
        with quiet_collector(self.later is not None):
            self._check_all()
        return self.problems

    def _check_all(self) -> None:
        from generator.reading.folder import read_folder
        from generator.rules.run import check

        with self.timed("đọc"):
            self.store = read_folder(self.content, lambda done, total: self.bar(self.part, done, total))
        self.day = self.store.day(self.as_of)
        with self.timed("kiểm tra"):
            self.problems = check(self.store, self.day, self._share)
        with self.timed("ghi nhớ"):
            self.outlines = self._outlines() if self.file else {}

    def write(self) -> Made:
        """Write the site and put it in place. Raises OSError and PagefindError; the site is then as it was."""
        with quiet_collector(self.later is not None):
            return self._write_again(self.change) if self.change else self._write_all()

    def _write_all(self) -> Made:
        from generator.catalogue.build import build_catalogue
        from generator.site.make import make_site

        with self.timed("ghép nối"):
            catalogue = build_catalogue(self.store, self.day, self.problems)
        self.staging = staging_for(self.out)
        try:
            only = self.shard.part if self.shard else None
            made = make_site(
                catalogue, self.staging, self.theme_dirs, search=self.search, share=self._share, text_index=self._text_index, timed=self.timed, only=only
            )
            if self.shard:
                note(self.shard, made, edition(self.now, Path(self.theme_dirs[0]), self.day), self.staging)
            with self.timed("đưa vào chỗ"):
                if self.file:
                    memories.forget(self.file)
                put_in_place(self.staging, self.out)
        finally:
            self.abandon()
        self._remember(made)
        if self.later and self.search:
            self._index_later(made.indexed)
        return made

    def _write_again(self, change: Change) -> Made:
        assert self.memory is not None and self.file is not None
        made = self.memory.made
        with self.timed("dựng trang đã đổi"):
            if change.shown:
                memories.forget(self.file)
            written = write_again(change, self.out, self.theme_dirs, made.assets, self.day)
        self.pagefind = self.memory.pagefind
        index = self.search and any(name in made.indexed for name in written)
        if index and not self.later:
            from generator.search.publish import copies_of

            with self.timed("Pagefind"):
                made.pagefind = self._text_index(copies_of(made.indexed, self.out), self.out)
        if change.shown or self.now != self.memory.content:
            self.memory.content, self.memory.problems, self.memory.site = self.now, self.problems, states(self.out)
            self.memory.pagefind, self.memory.saved = self._indexed(), self.begun
            memories.save(self.memory, self.file)
        if index and self.later:
            self._index_later(made.indexed)
        return made

    def _indexed(self) -> bytes:
        """The digest of the texts that the index in the site is of; nothing while it is still being made."""
        return b"" if self.later else self.pagefind

    def _index_later(self, titles: dict[str, str]) -> None:
        from generator.search.publish import copies_of

        later, self.later = self.later, None  # what runs later is not put off again
        if later:
            later(lambda: self._text_index(copies_of(titles, self.out), self.out))

    def _text_index(self, copies: dict[str, str], out: Path) -> str:
        """Pagefind's index of `copies`; the one that is there, when it is of the same texts."""
        from generator.search.pagefind import run_pagefind

        whole = hashlib.blake2b(digest_size=16)
        for name, text in sorted(copies.items()):
            whole.update(f"{name}\n{len(text)}\n{text}".encode())
        self.pagefind = whole.digest()
        if self.later:  # the index of before is better than none
            if (self.out / "pagefind").is_dir():
                shutil.copytree(self.out / "pagefind", out / "pagefind")
            return ""
        if self.memory and self.memory.pagefind == self.pagefind and _files_below(self.memory, "pagefind/") == _states_below(self.out, "pagefind/"):
            if out != self.out:
                shutil.copytree(self.out / "pagefind", out / "pagefind")
            return self.memory.made.pagefind
        if out != self.out:
            return run_pagefind(copies, out)
        fresh = staging_for(out / "pagefind")  # beside the index in use: it changes all at once
        try:
            said = run_pagefind(copies, fresh)
            put_in_place(fresh / "pagefind", out / "pagefind")
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return said

    def _remember(self, made: Made) -> None:
        if not self.file:
            return
        with self.timed("ghi nhớ"):
            fixed = pickle.dumps({kind: entries for kind, entries in self.store.entries.items() if kind != "procedure"}, pickle.HIGHEST_PROTOCOL)
            kept = Memory(self.key, self.day, self.now, self.outlines, self.problems, states(self.out), made, fixed, self._indexed(), self.begun)
            memories.save(kept, self.file)

    def _outlines(self) -> dict[str, Outline]:
        faulty = {problem.path for problem in self.store.problems}
        return {
            entry.path.partition("/")[2]: outline(entry)
            for entry in self.store.of("procedure")
            if entry.record.code and entry.path not in faulty
        }

    def abandon(self) -> None:
        """Leave nothing half-built behind."""
        if self.staging:
            shutil.rmtree(self.staging, ignore_errors=True)
            self.staging = None

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Note how long `part` took."""
        begun, self.part = time.perf_counter(), part
        self.bar(part)
        yield
        self.seconds.append((part, time.perf_counter() - begun))
        self.bar.end()

    def _share(self, work: Callable[[list[Any]], Any], items: Sequence[Any]) -> list[Any]:
        return share_out(work, items, lambda done, total: self.bar(self.part, done, total))


def _same_site(out: Path, memory: Memory, index: bool) -> bool:
    """Whether the site is the one that was written: same files, sizes and times. index: Pagefind's files count too."""
    found = _states_below(out, "")
    if index:
        return found == memory.site
    return {name: state for name, state in found.items() if not name.startswith("pagefind")} == {
        name: state for name, state in memory.site.items() if not name.startswith("pagefind")
    }


def _states_below(out: Path, below: str) -> dict[str, tuple[int, int]]:
    return states(out / below) if (out / below).is_dir() else {}


def _files_below(memory: Memory, below: str) -> dict[str, tuple[int, int]]:
    return {name.removeprefix(below): state for name, state in memory.site.items() if name.startswith(below)}


@contextmanager
def quiet_collector(stays: bool) -> Iterator[None]:
    """Records make no cycles, so looking for them while a million objects are made is time lost, and so it is afterwards and at the
    process's end: what is there is put out of the collector's sight. stays: the process goes on to build again and again.
    Buys: a tenth of a cold build."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if not stays:
                gc.freeze()
            gc.enable()
