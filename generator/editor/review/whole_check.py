"""Runs the full check of a revision, or of the working tree, in a temporary folder or in the background."""

from __future__ import annotations

import datetime as dt
import io
import tarfile
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from generator.checks._engine.runner import check
from generator.editor.checking import check_all, new_errors
from generator.editor.loaded_content import LoadedContent
from generator.io.git import GitError, archive
from generator.loading.folder import read_folder
from generator.problem import ERROR, Problem


def one_line(problem: Problem) -> str:
    """A problem for the pages of the editor."""
    return f"{problem.path}, dòng {problem.line}: {problem.message}"


def check_archive(data: bytes, name: str, as_of: dt.date | None) -> list[Problem]:
    """All problems of a content folder, as git packed it under this name (tar)."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            tar.extractall(folder, filter="data")
        store = read_folder(Path(folder) / name)
        first, *others = store.days(as_of)
        return check(store, first, others=others)


def problems_of(revision: str, content: Path, as_of: dt.date | None) -> list[Problem]:
    """All problems of the content as it was committed. Raises GitError."""
    return check_archive(archive(revision, content), content.name, as_of)


def errors_brought(commit: str, before: str, content: Path, as_of: dt.date | None) -> list[Problem]:
    """The errors of `commit` that `before` did not have. Raises GitError."""
    return errors_since(problems_of(commit, content, as_of), lambda: problems_of(before, content, as_of))


def errors_here(loaded: LoadedContent, main: str, as_of: dt.date | None) -> list[Problem]:
    """The errors of the working tree that the revision `main` does not have. Raises GitError."""
    return errors_since(check_all(loaded, {}, as_of), lambda: problems_of(main, loaded.content, as_of))


def errors_since(problems: list[Problem], before: Callable[[], list[Problem]]) -> list[Problem]:
    """The errors among `problems` that are not among those of `before`, which is called only if there are any."""
    errors = [one for one in problems if one.severity == ERROR]
    return new_errors(errors, before()) if errors else []


class WholeCheck:
    """Runs a check of everything in a thread; state: None while it runs."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.key = ""
        self.state: list[Problem] | None = None
        self.thread: threading.Thread | None = None

    def start(self, key: str, work: Callable[[], list[Problem]]) -> None:
        """Start the check unless it runs or ran for this key."""
        with self.lock:
            if self.key == key:
                return
            self.key, self.state = key, None
            self.thread = threading.Thread(target=self._run, args=(key, work), daemon=True)
            self.thread.start()

    def _run(self, key: str, work: Callable[[], list[Problem]]) -> None:
        try:
            found = work()
        except GitError as error:
            found = [Problem("", 1, 1, "", ERROR, f"chưa kiểm tra được: {error}")]
        with self.lock:
            if self.key == key:
                self.state = found

    def result(self, key: str) -> list[Problem] | None:
        """The problems for a key, None if they are not known yet."""
        with self.lock:
            return self.state if self.key == key else None
