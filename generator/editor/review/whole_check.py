"""Runs the full check of a revision, or of the working tree, in a temporary folder or in the background."""

from __future__ import annotations

import datetime as dt
import io
import tarfile
import tempfile
import threading
from pathlib import Path

from generator.checks._engine.runner import check
from generator.editor.checking import check_all, new_errors
from generator.editor.loaded_content import LoadedContent
from generator.io.git import GitError, archive
from generator.loading.folder import read_folder
from generator.problem import ERROR, Problem


def problems_of(revision: str, content: Path, as_of: dt.date | None) -> list[Problem]:
    """All problems of the content as it was committed. Raises GitError."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive(revision, content))) as tar:
            tar.extractall(folder, filter="data")
        store = read_folder(Path(folder) / content.name)
        first, *others = store.days(as_of)
        return check(store, first, others=others)


def errors_brought(commit: str, before: str, content: Path, as_of: dt.date | None) -> list[Problem]:
    """The errors of `commit` that `before` did not have. Raises GitError."""
    problems = problems_of(commit, content, as_of)
    if not any(problem.severity == ERROR for problem in problems):
        return []
    return new_errors(problems, problems_of(before, content, as_of))


def errors_here(loaded: LoadedContent, main: str, as_of: dt.date | None) -> list[Problem]:
    """The errors of the working tree that the revision `main` does not have. Raises GitError."""
    problems = check_all(loaded, {}, as_of)
    if not any(problem.severity == ERROR for problem in problems):
        return []
    return new_errors(problems, problems_of(main, loaded.content, as_of))


class WholeCheck:
    """Runs a check of everything in a thread; state: None while it runs."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.key = ""
        self.state: list[Problem] | None = None
        self.thread: threading.Thread | None = None

    def start(self, key: str, work: object) -> None:
        """Start the check unless it runs or ran for this key. work: a function that returns the problems."""
        with self.lock:
            if self.key == key:
                return
            self.key, self.state = key, None
            self.thread = threading.Thread(target=self._run, args=(key, work), daemon=True)
            self.thread.start()

    def _run(self, key: str, work: object) -> None:
        try:
            found = work()  # type: ignore[operator]
        except GitError as error:
            found = [Problem("", 1, 1, "", ERROR, f"chưa kiểm tra được: {error}")]
        with self.lock:
            if self.key == key:
                self.state = found

    def result(self, key: str) -> list[Problem] | None:
        """The problems for a key, None if they are not known yet."""
        with self.lock:
            return self.state if self.key == key else None
