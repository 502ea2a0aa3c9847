"""A bar on the terminal for what takes more than two seconds. Nothing at all where nobody looks: a file, a pipe, CI."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

SHOW_AFTER_SECONDS = 2.0  # seconds
WIDTH = 24


class ProgressBar:
    """Call it with what is being done and how far it is; `total` 0 where nobody knows. `end()` wipes it away."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream if stream is not None else sys.stderr
        self.begun = self.drawn = time.monotonic()
        self.shown = False

    def __call__(self, label: str, done: int = 0, total: int = 0) -> None:
        """Draw, at most ten times a second."""
        now = time.monotonic()
        if now - self.begun < SHOW_AFTER_SECONDS or now - self.drawn < 0.1 or not self.stream.isatty():
            return
        self.drawn, self.shown = now, True
        full = WIDTH * done // total if total else 0
        bar = (
            f"[{'█' * full}{'·' * (WIDTH - full)}] {100 * done // total:3} %"
            if total
            else f"{now - self.begun:.0f} giây"
        )
        self.stream.write(f"\r\x1b[K{label} {bar}")
        self.stream.flush()

    def end(self) -> None:
        """Leave the line as it was."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.shown = False


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """What to call with how much is done, of how much; the bar goes away at the end, whatever happens."""
    bar = ProgressBar()
    try:
        yield lambda done, total: bar(label, done, total)
    finally:
        bar.end()
