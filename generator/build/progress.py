"""A progress bar for work that takes more than two seconds. Only on a terminal, not in a file, a pipe or CI."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from generator.progress import ProgressCallback

T = TypeVar("T")
SHOW_AFTER_SECONDS = 2.0
WIDTH = 24


class ProgressBar:
    """Call it with a label and the progress; `total` is 0 if unknown. `end()` clears the bar."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream if stream is not None else sys.stderr
        self.begun = self.drawn = time.monotonic()
        self.visible = False

    def __call__(self, label: str, done: int = 0, total: int = 0) -> None:
        """Draw, at most ten times a second."""
        now = time.monotonic()
        if now - self.begun < SHOW_AFTER_SECONDS or now - self.drawn < 0.1 or not self.stream.isatty():
            return
        self.drawn, self.visible = now, True
        full = WIDTH * done // total if total else 0
        bar = f"{now - self.begun:.0f} giây"
        if total:
            bar = f"[{'█' * full}{'·' * (WIDTH - full)}] {100 * done // total:3} %"
        self.stream.write(f"\r\x1b[K{label} {bar}")
        self.stream.flush()

    def end(self) -> None:
        """Clear the line."""
        if self.visible:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.visible = False


@contextmanager
def progress(label: str) -> Iterator[ProgressCallback]:
    """A callback that draws the bar; the bar is cleared at the end, also after an exception."""
    bar = ProgressBar()
    try:
        yield lambda done, total: bar(label, done, total)
    finally:
        bar.end()


def track(items: Iterable[T], label: str) -> Iterator[T]:
    """Yield `items` unchanged; the bar shows the time only, since their number is unknown."""
    with progress(label) as on_progress:
        for number, item in enumerate(items, 1):
            yield item
            on_progress(number, 0)
