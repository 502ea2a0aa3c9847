"""The git repository around the content, by the `git` command, without touching the index or the checked-out branch."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.io.git import GitError, ask, root

PREFIX = "soan/"  # branches with changes that wait for approval
RETURNED = "tra-lai/"  # and with those that were given back


@dataclass(frozen=True, slots=True)
class Person:
    """An author as named in commits."""

    name: str
    mail: str

    @classmethod
    def of(cls, text: str) -> Person | None:
        """From `Name <mail>` or a bare name; None for an empty text."""
        found = re.fullmatch(r"([^<>]*+)(?:<([^<>\s]++)>)?", text.strip())
        if not found or not (found[1] or found[2]):
            return None
        name = found[1].strip() or found[2].partition("@")[0]
        return cls(name, found[2] or f"{re.sub(r'[^a-z0-9]+', '.', name.lower()) or 'soan'}@localhost")

    def __str__(self) -> str:
        return f"{self.name} <{self.mail}>"


class Repository:
    """content: the folder, inside a work tree. Raises GitError if it is in none."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.top = root(content)
        real = os.path.realpath(content)
        self.inside = Path(real).relative_to(os.path.realpath(self.top)).as_posix()

    def git(self, *words: str, data: bytes | None = None, more: dict[str, str] | None = None) -> bytes:
        return ask(self.top, *words, data=data, more=more)

    def text(self, *words: str) -> str:
        return self.git(*words).decode("utf-8", "replace").strip()

    def setting(self, name: str) -> str:
        """A setting of the repository, "" if there is none."""
        try:
            return self.text("config", "--get", name)
        except GitError:
            return ""

    @cached_property
    def remote(self) -> str:
        """The repository that changes are sent to, "" if there is only this one."""
        remotes = self.text("remote").split()
        chosen = self.setting("tthc.remote")
        return chosen if chosen in remotes else "origin" if "origin" in remotes else ""

    @cached_property
    def branch(self) -> str:
        """The branch that is published."""
        try:
            return self.setting("tthc.branch") or self.text("symbolic-ref", "--short", "HEAD")
        except GitError:
            return "main"

    def main(self) -> str:
        """The revision on which changes are based."""
        if self.remote:
            try:
                return self.text("rev-parse", "--verify", f"refs/remotes/{self.remote}/{self.branch}")
            except GitError:
                pass
        return self.text("rev-parse", "--verify", "HEAD")

    def fetch(self) -> None:
        """Fetch from the remote. Raises GitError."""
        if self.remote:
            self.git("fetch", "--quiet", "--prune", self.remote)

    def person(self) -> Person | None:
        """The configured git user."""
        name, mail = self.setting("user.name"), self.setting("user.email")
        return Person(name, mail) if name and mail else None

    def branches(self, prefix: str) -> dict[str, str]:
        """Name behind the prefix → commit of each branch of the remote, or of this repository without one; the oldest
        first. Call fetch first."""
        above = f"refs/remotes/{self.remote}/{prefix}" if self.remote else f"refs/heads/{prefix}"
        rows = self.text("for-each-ref", "--sort=committerdate", "--format=%(refname) %(objectname)", above)
        return {name.removeprefix(above): commit for name, commit in map(str.split, rows.splitlines())}

    def delete_branch(self, name: str) -> None:
        """Delete a branch of the remote, or of this repository without one. Raises GitError."""
        if self.remote:
            self.git("push", "--quiet", self.remote, f":refs/heads/{name}")
        else:
            self.git("update-ref", "-d", f"refs/heads/{name}")

    def path(self, path: str) -> str:
        """A path below the content as a path in the repository."""
        return path if self.inside == "." else f"{self.inside}/{path}"

    def changed(self, revision: str) -> list[str]:
        """Paths below the content that differ on the disk from `revision`."""
        found = self.git("diff", "--name-only", "-z", "--no-renames", revision, "--", self.inside).split(b"\0")
        found += self.git("ls-files", "-z", "--others", "--exclude-standard", "--", self.inside).split(b"\0")
        return self._below(found)

    def between(self, first: str, second: str) -> list[str]:
        """Paths below the content that differ between two revisions."""
        return self._below(
            self.git("diff", "--name-only", "-z", "--no-renames", first, second, "--", self.inside).split(b"\0")
        )

    def _below(self, names: list[bytes]) -> list[str]:
        start = "" if self.inside == "." else f"{self.inside}/"
        texts = sorted({os.fsdecode(name) for name in names if name})
        return [text.removeprefix(start) for text in texts if text.startswith(start)]

    def blob(self, revision: str, path: str) -> bytes | None:
        """The bytes of a file in a revision, None if it is not there."""
        try:
            return self.git("cat-file", "blob", f"{revision}:{self.path(path)}")
        except GitError:
            return None

    def commit(
        self, base: str, files: dict[str, bytes | None], message: str, author: Person, others: tuple[str, ...] = ()
    ) -> str:
        """A commit on top of `base` in which these files have these bytes (None: removed). others: further parents."""
        with tempfile.TemporaryDirectory() as folder:
            own = {"GIT_INDEX_FILE": os.path.join(folder, "index")}
            self.git("read-tree", base, more=own)
            for path, raw in sorted(files.items()):
                name = self.path(path)
                if raw is None:
                    self.git("rm", "--cached", "--quiet", "--ignore-unmatch", "--", name, more=own)
                else:
                    blob = self.git("hash-object", "-w", "--stdin", data=raw).decode().strip()
                    self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{name}", more=own)
            tree = self.git("write-tree", more=own).decode().strip()
        who = {
            "GIT_AUTHOR_NAME": author.name,
            "GIT_AUTHOR_EMAIL": author.mail,
            "GIT_COMMITTER_NAME": author.name,
            "GIT_COMMITTER_EMAIL": author.mail,
        }
        parents = [word for parent in (base, *others) for word in ("-p", parent)]
        return self.git("commit-tree", tree, *parents, data=message.encode("utf-8"), more=who).decode().strip()
