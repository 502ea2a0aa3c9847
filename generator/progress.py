"""The signature of progress callbacks, written once."""

from __future__ import annotations

from typing import Protocol


class ProgressCallback(Protocol):
    """Called now and then with how many items are done, of how many; total is 0 when that is not known."""

    def __call__(self, done: int, total: int, /) -> None: ...


def no_progress(done: int, total: int, /) -> None:
    """The default: nobody watches."""
