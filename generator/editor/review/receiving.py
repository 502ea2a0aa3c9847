"""The pre-receive hook: refuses, in Vietnamese, commits with errors and unapproved changes of the published branch."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.editor.review.repository import PREFIX, RETURNED
from generator.editor.review.whole_check import check_archive, errors_since
from generator.io.git import GitError, ask
from generator.problem import Problem

NONE = set("0")
MAX_SHOWN = 8


def receive(lines: str, repository: Path) -> int:
    """lines: `old new ref` of each branch, as git gives them. 0 accepts all, 1 refuses all."""
    refused = False
    head = _published(repository)
    for line in filter(None, lines.split("\n")):
        old, new, ref = line.split(" ", 2)
        if set(new) == NONE:
            if not ref.startswith((f"refs/heads/{PREFIX}", f"refs/heads/{RETURNED}")):
                refused |= _say(f"Không được xóa {ref}.")
            continue
        try:
            said = _unapproved(repository, old, new, ref) or _wrong(repository, new, head)
        except GitError as error:
            said = [f"không đọc được phần gửi lên: {error}"]
        for one in said:
            refused |= _say(one)
    return int(refused)


def _say(text: str) -> bool:
    print(text, file=sys.stderr)
    return True


def _setting(repository: Path, name: str) -> str:
    """A setting of the repository, "" if there is none."""
    return _answer(repository, "config", "--get", name)


def _answer(repository: Path, *words: str) -> str:
    """What git says, "" if it fails."""
    try:
        return ask(repository, *words).decode().strip()
    except GitError:
        return ""


def _unapproved(repository: Path, old: str, new: str, ref: str) -> list[str]:
    """The reason to refuse the update of the published branch: it must be a merge by a person other than the author."""
    head = ask(repository, "symbolic-ref", "HEAD").decode().strip()
    if ref != head or set(old) == NONE or _setting(repository, "tthc.haiNguoi") != "true":
        return []
    rows = ask(repository, "rev-list", "--parents", "--first-parent", f"{old}..{new}").decode().split("\n")
    for row in filter(None, rows):
        commit, *parents = row.split(" ")
        people = [
            ask(repository, "show", "-s", "--format=%ae", one).decode().strip().lower()
            for one in (commit, *parents[1:])
        ]
        if len(parents) < 2:
            return ["Nhánh chính chỉ nhận phần đã được người thứ hai duyệt. Dùng “Gửi duyệt” trong tthc edit."]
        if people[0] in people[1:]:
            return ["Người duyệt phải khác người soạn."]
    return []


def _published(repository: Path) -> str:
    """The published commit, "" if there is none yet."""
    return _answer(repository, "rev-parse", "--verify", "--quiet", "HEAD")


def _wrong(repository: Path, commit: str, before: str) -> list[str]:
    """The errors that the commit adds; those of the published state are no reason to refuse everything."""
    errors = errors_since(_problems(repository, commit), lambda: _problems(repository, before) if before else [])
    if not errors:
        return []
    lines = [f"{one.path}:{one.line}:{one.column}: {one.id}: {one.message}" for one in errors[:MAX_SHOWN]]
    more = [f"… và {len(errors) - MAX_SHOWN} lỗi nữa"] if len(errors) > MAX_SHOWN else []
    return [f"Nội dung có {len(errors)} lỗi nên không nhận:", *lines, *more]


def _problems(repository: Path, commit: str) -> list[Problem]:
    inside = _setting(repository, "tthc.noiDung") or "content"
    tree = commit if inside == "." else f"{commit}:{inside}"
    data = ask(repository, "archive", "--format=tar", "--prefix=content/", tree)
    return check_archive(data, "content", None)


def main() -> int:
    """Entry point of the hook, run in the repository's folder."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8")
    return receive(sys.stdin.read(), Path(os.getcwd()))
