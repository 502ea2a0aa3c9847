"""Asking git, in one place: what it answers, or why it does not, in its own words."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

WORDS = 300  # characters of git's own message that are shown
OF_A_HOOK = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
)  # what git tells its hooks is not true in other folders
NO_SUCH = ("Needed a single revision", "unknown revision", "bad object", "bad revision", "ot a valid object name")


class GitError(Exception):
    """git gave no answer; the message says why, in Vietnamese and in git's words."""


def ask(folder: Path, *words: str) -> bytes:
    """What `git WORDS` prints, run in `folder`. Raises GitError."""
    environment = {key: value for key, value in os.environ.items() if key not in OF_A_HOOK} | {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    try:
        done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("máy này chưa có git" if folder.is_dir() else f"không có thư mục {folder}") from None
    except OSError as error:
        raise GitError(f"không chạy được git: {error.strerror}") from None
    if done.returncode:
        raise GitError(_why(folder, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def root(folder: Path) -> Path:
    """The top folder of the repository that `folder`, which need not exist, lies in. Raises GitError."""
    folder = folder.absolute()
    while not folder.is_dir():
        folder = folder.parent
    return Path(os.fsdecode(ask(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def archive(revision: str, folder: Path) -> bytes:
    """A tar of `folder` as it was at `revision`, its files below the folder's name. Raises GitError."""
    top = root(folder)
    inside = Path(os.path.realpath(folder)).relative_to(os.path.realpath(top)).as_posix()
    commit = ask(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    tree = commit if inside == "." else f"{commit}:{inside}"
    return ask(top, "archive", "--format=tar", f"--prefix={folder.name}/", tree)


def _why(folder: Path, message: str) -> str:
    """The reason in Vietnamese where it is a usual one, and git's own words."""
    lines = [line.strip() for line in message.splitlines() if line.strip() and not line.startswith("hint:")]
    own = "".join(char if char.isprintable() else " " for char in " ".join(lines))[:WORDS]
    if "dubious ownership" in message:
        return f"kho git thuộc về người dùng khác nên git không đọc (git: {own})"
    if "not a git repository" in message:
        return "thư mục này không nằm trong kho git nào"
    if any(words in message for words in NO_SUCH) and shallow(folder):
        return f"kho git này chỉ có phần lịch sử mới nhất; chạy git fetch --unshallow rồi thử lại (git: {own})"
    return f"git: {own}"


def shallow(folder: Path) -> bool:
    """Whether the repository of `folder` has only the last part of its history."""
    try:
        return ask(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError:
        return False
