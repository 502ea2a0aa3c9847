"""The content of the whole nation that the package carries: laws, holidays, terms, search words, handbook, and the
register of procedures, which shows a site what it has not published yet.

A site uses it if its site.yml says `noi_dung_chung: true`. Such files are read like the site's own; a file of the same
path in the site's content folder replaces the package's."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from generator.io.regular_file import read_regular
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields
from generator.problem import ERROR, Problem
from generator.resources import CONTENT, is_national

PREFIX = "gói-tthc/"  # begins the paths of such files in messages
SITE_FILES = ("site.yml", "site.yaml")
KEY = "noi_dung_chung"
HINT = "Tệp này đi kèm công cụ: cài bản tthc mới hơn, hoặc báo cho người giữ công cụ."


@cache
def national_paths() -> tuple[str, ...]:
    """The paths, below content/, of the files that the package carries, sorted."""
    found = []
    for folder, _, names in os.walk(CONTENT):
        below = os.path.relpath(folder, CONTENT).replace(os.sep, "/")
        paths = (name if below == "." else f"{below}/{name}" for name in names)
        found += [path for path in paths if is_national(path)]
    return tuple(sorted(found))


def site_data(content: Path) -> Fields:
    """The plain data of the site's own record; empty if it cannot be read. Not to be changed: it is cached."""
    stamps = []
    for name in SITE_FILES:
        with suppress(OSError):
            state = os.stat(content / name)
            stamps.append((name, state.st_mtime_ns, state.st_size))
    return _site_data(content, tuple(stamps))


@lru_cache(maxsize=8)
def _site_data(content: Path, stamps: tuple[tuple[str, int, int], ...]) -> Fields:
    """stamps: name, time of change and size of the files."""
    for name, *_ in stamps:
        with suppress(OSError, ValueError, YamlError):
            data = parse(read_regular(content / name, follow=False)[0].decode("utf-8-sig"))
            return data if isinstance(data, dict) else {}
    return {}


def is_used(content: Path) -> bool:
    """True if the site uses the national content."""
    return str(site_data(content).get(KEY)).strip().lower() in ("true", "có")


def borrowed(content: Path, own_paths: Iterable[str]) -> list[str]:
    """The paths of the package's files that the site uses, sorted. own_paths: the paths of its own files."""
    if not is_used(content):
        return []
    taken = set(own_paths)
    return [path for path in national_paths() if path not in taken]


def source_of(content: Path, path: str) -> tuple[str, str]:
    """The file to read for `path` (POSIX path below `content`): the site's own, else the package's; and its path in
    messages, in which unprintable characters are not yet escaped."""
    if is_borrowed(content, path):
        return f"{CONTENT}/{path}", PREFIX + path
    return f"{content}/{path}", f"{content.name}/{path}"  # called thousands of times, and making a Path is slow


def is_borrowed(content: Path, path: str) -> bool:
    """True if the package's file is used for `path`."""
    if not is_national(path) or os.path.lexists(f"{content}/{path}"):
        return False
    return path in national_paths() and is_used(content)


def for_readers(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` for the editors of a site: no reminders about the package's files, which only its maintainers can
    correct, and no offer to edit them."""
    return [
        problem._replace(hint=HINT) if problem.path.startswith(PREFIX) else problem
        for problem in problems
        if problem.severity == ERROR or not problem.path.startswith(PREFIX)
    ]
