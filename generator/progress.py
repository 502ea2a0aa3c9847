"""The type of progress callbacks."""

from __future__ import annotations

from typing import Protocol


class ProgressCallback(Protocol):
    """Called repeatedly with the number of items done and their total; total is 0 if unknown."""

    def __call__(self, done: int, total: int, /) -> None: ...


def no_progress(done: int, total: int, /) -> None:
    """The default callback: does nothing."""
