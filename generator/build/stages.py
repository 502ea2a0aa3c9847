"""The stages of a build: the time of each, and a progress bar."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from generator.build.pool import BATCH, MIN_ITEMS, Item, Result, parallel_map
from generator.build.progress import ProgressBar


class Stages:
    """Call it with the name of a stage, as a context. seconds: (stage, seconds) pairs for the timing table."""

    def __init__(self) -> None:
        self.seconds: list[tuple[str, float]] = []
        self._bar, self._name = ProgressBar(), ""

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Run the stage `name`; the bar is cleared at its end."""
        started, self._name = time.perf_counter(), name
        self._bar(name)
        yield
        self.seconds.append((name, time.perf_counter() - started))
        self._bar.end()

    def map_parallel(
        self,
        work: Callable[[list[Item]], Result],
        items: Sequence[Item],
        max_batch: int = BATCH,
        min_items: int = MIN_ITEMS,
    ) -> list[Result]:
        """`parallel_map`, with the bar of the stage."""

        def on_progress(done: int, total: int, /) -> None:
            self._bar(self._name, done, total)

        return parallel_map(work, items, on_progress, max_batch, min_items=min_items)
