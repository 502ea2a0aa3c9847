"""The one setting of Python's garbage collector.

Records, views and pages are freed by counting references; only what a template leaves behind has cycles. So collections
are rare, and those in forked processes leave alone what was there before: they would write to it, and so copy it."""

from __future__ import annotations

import atexit
import gc


def collect_rarely() -> None:
    """For a command: importing and reading allocate a million objects that stay; at its end nothing is collected."""
    gc.set_threshold(100_000, 20, 100)
    atexit.register(keep_all)


def keep_all() -> None:
    """Exclude everything that exists now from later collections: before processes are forked that only read it."""
    gc.freeze()


def collect() -> None:
    """Collect everything, also what was excluded: between two builds of a process that goes on (`serve`)."""
    gc.unfreeze()
    gc.collect()
