"""The findings of an earlier state of the content: of a git revision, checked once and cached, or from a file."""

from __future__ import annotations

import hashlib
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from generator.io import git
from generator.io.file import replace_file
from generator.problem import Problem
from generator.reporting import json as as_json
from generator.reporting.baseline import DEFAULT_FILE, UnusableBaseline, from_file, from_json, new_since

_NOT_THERE = "thư mục này chưa có trong phiên bản ấy"
_NOT_YET = (_NOT_THERE, git.NO_COMMIT)  # no state to compare with, and nothing is wrong
KEPT = 6  # cached states; older ones are deleted
Check = Callable[[Path], list[Problem]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """problems: the findings; name: the state in words; text: a file's text at that time, by the path in messages."""

    problems: list[Problem]
    name: str
    text: Callable[[str], str | None] = lambda path: None


def earlier(
    content: Path,
    current: list[Problem],
    check: Check,
    options: str,
    baseline: Path | None,
    since: str,
    automatic: str,
    partial: bool,
    say: Callable[[str], None],
) -> Earlier | None:
    """The state to compare `current` with: the file `baseline`, the revision `since`, else the last commit (or the
    revision `automatic`, if git knows it), else the committed file beside the content; None when there is none of them.

    check: checks a content folder; options: what else influences its result, for the cache key; partial: `current`
    covers only a few files, so it is never cached as the findings of a state; say: is given the reason why git's own
    revisions cannot be used, if there is a repository with any.
    Raises UnusableBaseline when a requested file or revision cannot be used.
    """
    if baseline:
        return Earlier(from_file(baseline), baseline.name)
    if since:
        return _at(content, since, None if partial else current, check, options)
    for revision in filter(None, (automatic, "HEAD")):
        try:
            return _at(content, revision, None if partial else current, check, options)
        except UnusableBaseline as why:
            if not str(why).startswith(_NOT_YET) and git.marked(content):
                say(f"không so với “{revision}” được: {why}")
    beside = content.resolve().parent / DEFAULT_FILE
    return Earlier(from_file(beside), beside.name) if beside.is_file() else None


def newer(
    problems: list[Problem], earlier_state: Earlier, text: Callable[[str], str | None], content: Path
) -> list[Problem]:
    """Those of `problems` that `earlier_state` does not have."""

    def is_deleted(path: str) -> bool:
        return not (content / path.removeprefix(f"{content.name}/")).exists()

    return new_since(problems, earlier_state.problems, text=text, text_before=earlier_state.text, is_deleted=is_deleted)


def automatic_revision(environment: Mapping[str, str]) -> str:
    """The revision a merge request is compared with in GitLab CI and GitHub Actions; '' elsewhere."""
    base = environment.get("GITHUB_BASE_REF", "")
    return environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "") or (base and f"origin/{base}")


def _at(content: Path, revision: str, current: list[Problem] | None, check: Check, options: str) -> Earlier:
    if revision.startswith("-"):
        raise UnusableBaseline(f"“{revision}” không phải phiên bản git")
    commit = _git(content, "rev-parse", "--verify", f"{revision}^{{commit}}").strip()
    with suppress(UnusableBaseline):  # where the branch began, not what the other branch changed since
        commit = _git(content, "merge-base", commit, "HEAD").strip() or commit
    try:
        tree = _git(content, "rev-parse", "--verify", f"{commit}:./").strip()
    except UnusableBaseline as why:
        raise (UnusableBaseline(_NOT_THERE) if str(why).startswith(git.NO_REVISION) else why) from None

    def text(path: str) -> str | None:
        try:
            return _git(content, "show", f"{commit}:./{path.removeprefix(f'{content.name}/')}")
        except UnusableBaseline:
            return None

    name = "lần ghi (commit) gần nhất" if revision == "HEAD" else revision
    return Earlier(_remembered(content, commit, tree, current, check, options), name, text)


def _remembered(
    content: Path, commit: str, tree: str, current: list[Problem] | None, check: Check, options: str
) -> list[Problem]:
    """The findings of a tree: from the cache, else `current` if nothing has changed, else from a new check."""
    from generator.io.input_hashes import code_hash

    folder = content.resolve().parent / ".cache"
    identity = f"{content.resolve()}\n{tree}\n{options}\n".encode("utf-8", "replace")
    key = hashlib.blake2b(identity + code_hash(), digest_size=12)
    file = folder / f"check-{key.hexdigest()}.json"
    with suppress(OSError, ValueError, RecursionError):
        return from_json(file.read_text("utf-8"))
    unchanged = (
        current is not None
        and _git(content, "rev-parse", "--verify", "HEAD:./").strip() == tree
        and not _git(content, "status", "--porcelain", "--untracked-files=all", "--ignored", "--", ".").strip()
    )
    problems = current if current is not None and unchanged else _checked(content, commit, check)
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        replace_file(file, as_json.render(problems).encode("utf-8"))
        for old in sorted(folder.glob("check-*.json"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
            old.unlink()
    return problems


def _checked(content: Path, commit: str, check: Check) -> list[Problem]:
    packed = _git_bytes(content, "archive", "--format=tar", commit, ".")
    with tempfile.TemporaryDirectory(prefix="tthc-check-") as folder:
        place = Path(folder) / (content.name or "content")
        place.mkdir()
        with tarfile.open(fileobj=BytesIO(packed), errorlevel=0) as archive:  # links to elsewhere are skipped
            archive.extractall(place, filter="data")
        problems = check(place)
    return [one._replace(path=content.name + one.path.removeprefix(place.name)) for one in problems]


def _git(content: Path, *words: str) -> str:
    return _git_bytes(content, *words).decode("utf-8", "replace")


def _git_bytes(content: Path, *words: str) -> bytes:
    """Output of a git command run in `content`. Raises UnusableBaseline with git's own reason."""
    try:
        return git.ask(content, *words)
    except git.GitError as error:
        raise UnusableBaseline(str(error)) from None
