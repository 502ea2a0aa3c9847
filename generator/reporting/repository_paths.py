"""Paths relative to the top of the repository, wherever the content is in it and wherever the check was started."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def in_repository(content: Path) -> Callable[[str], str]:
    """Return a function that maps the path in a problem (it begins with the name of the folder `content`) to the path
    from the top of the repository; without a repository, from the current folder; outside of that, the absolute path.
    Always with `/`."""
    folder = _from_top(content).as_posix()
    before = "" if folder == "." else f"{folder.rstrip('/')}/"
    return lambda display_path: before + display_path.partition("/")[2]


def _from_top(content: Path) -> Path:
    lexical, real = Path(os.path.abspath(content)), Path(os.path.realpath(content))
    for folder in (lexical, real):  # linked content is listed at the location of the link
        for top in (folder, *folder.parents):
            if (top / ".git").exists():  # a folder, or a file in a linked worktree
                return folder.relative_to(top)
    here = Path.cwd()
    return lexical.relative_to(here) if lexical.is_relative_to(here) else lexical
