"""Runs git commands and returns their output, or raises with git's message."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.io.causes import cause_of

WORDS = 300  # characters of git's own message that are shown
# set by git for its hooks, wrong in other folders
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
NO_SUCH = ("Needed a single revision", "unknown revision", "bad object", "bad revision", "ot a valid object name")


NO_REVISION = "kho git này không có phiên bản ấy"
NO_COMMIT = "kho git này chưa có commit nào"


class GitError(Exception):
    """A git command failed; the message gives the reason in Vietnamese and git's own message."""


def ask(folder: Path, *words: str, data: bytes | None = None, more: Mapping[str, str] | None = None) -> bytes:
    """The output of `git WORDS`, run in `folder`. data: standard input; more: further environment variables. Raises
    GitError."""
    try:
        done = _run(folder, words, data, more)
    except FileNotFoundError:
        raise GitError("máy này chưa có git" if folder.is_dir() else f"không có thư mục {folder}") from None
    except OSError as error:
        raise GitError(f"không chạy được git: {cause_of(error)}") from None
    if done.returncode:
        raise GitError(_reason(folder, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _run(
    folder: Path, words: Sequence[str], data: bytes | None = None, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if key not in OF_A_HOOK}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **(more or {})}
    return subprocess.run(["git", *words], cwd=folder, env=environment, input=data, capture_output=True, check=False)


def root(folder: Path) -> Path:
    """The top folder of the repository that `folder`, which need not exist, lies in. Raises GitError."""
    folder = folder.absolute()
    while not folder.is_dir():
        folder = folder.parent
    return Path(os.fsdecode(ask(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def marked(folder: Path) -> bool:
    """True if `folder`, or one above it, says that it is a repository, whether git can use it or not."""
    here = Path(os.path.abspath(folder))
    return any(os.path.lexists(above / ".git") for above in (here, *here.parents))


def archive(revision: str, folder: Path) -> bytes:
    """A tar of `folder` as it was at `revision`, its files below the folder's name. Raises GitError."""
    top = root(folder)
    inside = Path(os.path.realpath(folder)).relative_to(os.path.realpath(top)).as_posix()
    commit = ask(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    tree = commit if inside == "." else f"{commit}:{inside}"
    return ask(top, "archive", "--format=tar", f"--prefix={folder.name}/", tree)


def _reason(folder: Path, message: str) -> str:
    """The reason in Vietnamese for common errors, and git's own message."""
    lines = [line.strip() for line in message.splitlines() if line.strip() and not line.startswith("hint:")]
    message_line = "".join(char if char.isprintable() else " " for char in " ".join(lines))[:WORDS]
    if "dubious ownership" in message:
        return f"kho git thuộc về người dùng khác nên git không đọc (git: {message_line})"
    if "not a git repository" in message:
        broken = f"kho git này hỏng hoặc đã bị dời đi (git: {message_line})"
        return broken if marked(folder) else "thư mục này không nằm trong kho git nào"
    if any(words in message for words in NO_SUCH):
        if shallow(folder):
            way = "chạy git fetch --unshallow rồi thử lại"
            return f"kho git này chỉ có phần lịch sử mới nhất; {way} (git: {message_line})"
        return f"{NO_REVISION if _has_commits(folder) else NO_COMMIT} (git: {message_line})"
    return f"git: {message_line}"


def _has_commits(folder: Path) -> bool:
    done = _run(folder, ("rev-list", "--max-count=1", "--all"))
    return bool(done.returncode or done.stdout.strip())


def shallow(folder: Path) -> bool:
    """True if the repository of `folder` is a shallow clone."""
    return _run(folder, ("rev-parse", "--is-shallow-repository")).stdout.strip() == b"true"
