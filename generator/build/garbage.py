"""The settings of Python's garbage collector.

Records, views and pages are freed by reference counting; only rendered templates leave cycles behind. Collections are
therefore rare, and forked processes exclude the objects they inherited: marking these would copy their memory."""

from __future__ import annotations

import atexit
import gc


def collect_rarely() -> None:
    """Set up a command: importing and reading allocate a million objects that stay, and its end frees them anyway."""
    gc.set_threshold(100_000, 20, 100)
    atexit.register(keep_all)


def keep_all() -> None:
    """Exclude everything that exists now from later collections; called before forking processes that only read it."""
    gc.freeze()


def collect() -> None:
    """Collect everything, excluded objects too; called between the builds of one process (`serve`)."""
    gc.unfreeze()
    gc.collect()
