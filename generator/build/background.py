"""Background work for `serve`: Pagefind indexes after the page is shown. The latest request wins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger("mkdocs.plugins.tthc")


class LatestTaskRunner:
    """Runs the latest requested task, one at a time, on a background thread. A task that raises is logged and
    dropped."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest_id = 0

    def __call__(self, work: Callable[[], object]) -> threading.Thread:
        """Start `work` when the running task is done, unless a newer request arrives first. Returns the thread."""
        self._latest_id += 1
        thread = threading.Thread(target=self._run, args=(work, self._latest_id), daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], object], number: int) -> None:
        with self._lock:
            if number != self._latest_id:
                return
            try:
                work()
            except Exception as error:
                if number == self._latest_id:  # otherwise a newer build has its own task queued
                    log.warning("Chưa cập nhật được mục lục Pagefind: %s", error)
