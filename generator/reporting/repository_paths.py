"""Paths as a forge knows them: from the top of the repository, wherever the content lies in it and wherever the check was started."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def in_repository(content: Path) -> Callable[[str], str]:
    """From the path in a problem (it begins with the name of the folder `content`) to the path from the top of the repository that
    `content` lies in; outside of any, from the current folder; outside of that too, the whole path. Always with `/`."""
    folder = _from_top(content).as_posix()
    before = "" if folder == "." else f"{folder.rstrip('/')}/"
    return lambda shown: before + shown.partition("/")[2]


def _from_top(content: Path) -> Path:
    lexical, real = Path(os.path.abspath(content)), Path(os.path.realpath(content))
    for folder in (lexical, real):  # a link to content elsewhere is listed where the link stands
        for top in (folder, *folder.parents):
            if (top / ".git").exists():  # a folder, or a file in a second working tree
                return folder.relative_to(top)
    here = Path.cwd()
    return lexical.relative_to(here) if lexical.is_relative_to(here) else lexical
