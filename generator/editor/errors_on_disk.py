"""The errors of the whole content as it is on the disk, found by `tthc check` in a process of its own: the pages do not
wait for it, and the next check reads again only what changed."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from generator.loading.store import Store
from generator.problem import ERROR, Problem

Run = Callable[[], list[Problem]]


class ErrorsOnDisk:
    """errors: of the last finished check, None before the first; running: a newer state is being checked."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.lock = threading.Lock()
        self.errors: list[Problem] | None = None
        self.running = False
        self._of: Store | None = None

    def look(self, store: Store) -> tuple[list[Problem], bool]:
        """(errors, running) now. Checks in the background unless this state of the content was checked; one check runs
        at a time, and a page shows both values of one moment."""
        with self.lock:
            begins = not self.running and self._of is not store
            if begins:
                self.running, self._of = True, store
            now = (self.errors or [], self.running)
        if begins:
            threading.Thread(target=self._check, daemon=True).start()
        return now

    def _check(self) -> None:
        found = None
        try:
            found = self.run()
        finally:
            with self.lock:
                self.errors, self.running = (self.errors if found is None else found), False


def by_command(content: Path, as_of: dt.date | None) -> Run:
    """A check by the command line; it finds nothing if the command cannot run."""

    def run() -> list[Problem]:
        command = [sys.executable, "-m", "generator", "check", "--content", str(content), "--format", "editor"]
        command += ["--as-of", as_of.isoformat()] if as_of else []
        try:
            done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
            return [Problem(**row) for row in json.loads(done.stdout) if row["severity"] == ERROR]
        except (OSError, ValueError, TypeError):
            return []

    return run
