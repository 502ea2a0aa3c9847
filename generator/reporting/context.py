"""The data besides the problems that a report may show."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.problem import Problem

FORMATS = ("text", "summary", "json", "github", "gitlab", "sarif", "editor")


@dataclass(frozen=True, slots=True)
class Context:
    """source: the text of a file named in a problem, None if it cannot be shown; colour: for terminals; rules: the
    rules' documentation (id, title, text, severity), for formats that describe the rules too; new: the problems
    absent from an earlier state of the content, None if nothing was compared (then all are shown); since: that
    state, in words; place: maps a problem's path to the path in the repository (reporting/repository_paths.py)."""

    source: Callable[[str], str | None] = lambda path: None
    colour: bool = False
    rules: Sequence[Any] = ()
    new: Collection[Problem] | None = None
    place: Callable[[str], str] = lambda path: path
    since: str = ""


PLAIN = Context()  # neither sources nor colour


def format_from(environment: Mapping[str, str]) -> str:
    """The default format: annotations inside GitHub Actions, text everywhere else."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"


def wants_colour(environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Colour on terminals, unless NO_COLOR is set; FORCE_COLOR enables it anywhere (no-color.org, force-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (is_terminal and environment.get("TERM") != "dumb")


def from_environment(is_terminal: bool, **parts: Any) -> Context:
    """A context for this process."""
    return Context(colour=wants_colour(os.environ, is_terminal), **parts)
