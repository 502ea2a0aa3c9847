"""Work that must not keep an editor waiting: while `serve` runs, Pagefind indexes after the page is shown. The last request wins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger("mkdocs.plugins.tthc")


class LatestTaskRunner:
    """Runs the newest of the works it is given, one at a time, on a thread of its own. A work that fails is reported and
    forgotten: what was there stays."""

    def __init__(self) -> None:
        self.busy = threading.Lock()
        self.newest = 0

    def __call__(self, work: Callable[[], object]) -> threading.Thread:
        """Begin `work` when the one under way is done, unless a newer one comes first. Returns the thread."""
        self.newest += 1
        thread = threading.Thread(target=self._run, args=(work, self.newest), daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], object], number: int) -> None:
        with self.busy:
            if number != self.newest:
                return
            try:
                work()
            except Exception as error:
                if number == self.newest:  # else the site was made anew meanwhile, and its own work follows
                    log.warning("Chưa cập nhật được mục lục Pagefind: %s", error)
