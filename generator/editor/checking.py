"""The project's own checks on a draft: the one place where the editor meets the check engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.checks._engine.runner import check, check_days
from generator.editor.library import Library, LoadedFile
from generator.loading.yaml.parse import Positions, YamlError, parse
from generator.problem import ERROR, Problem
from generator.schema.kinds import Kind


def check_draft(
    library: Library, path: str, kind: Kind, text: str, as_of: dt.date | None
) -> tuple[LoadedFile, list[Problem]]:
    """What the file would give with this text, and its problems, each with its key, as in a full check."""
    with library.lock:  # entries cache positions while they are checked
        draft = library.drafted(path, kind, text)
        store = library.with_drafts({path: draft})
        shown = library.shown(path)
        found = [one for one in check_days(store, store.days(as_of), None, {shown}) if one.path == shown]
    named = [problem for problem in library.names if problem.path == shown]
    problems = sorted({*named, *draft.problems, *found})
    return draft, [_with_key(problem, kind, text) for problem in problems]


def check_all(library: Library, drafts: dict[str, LoadedFile], as_of: dt.date | None) -> list[Problem]:
    """All problems of the content with these drafts in it."""
    with library.lock:
        store = library.with_drafts(drafts)
        first, *others = store.days(as_of)
        return check(store, first, others=others)


def new_errors(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """Errors that were not there before; where they stand does not matter."""
    known = {(one.path, one.id, one.message) for one in before}
    return [one for one in after if one.severity == ERROR and (one.path, one.id, one.message) not in known]


def _with_key(problem: Problem, kind: Kind, text: str) -> Problem:
    if problem.key:
        return problem
    return problem._replace(key=key_at(text, kind, problem.line, problem.column))


def key_at(text: str, kind: Kind, line: int, column: int) -> str:
    """The key of the place in a file, for findings about its text; "" if that is not in a value."""
    from generator.loading.front_matter import split

    parts = split(text) if kind.markdown else None
    if parts and line >= parts[2]:
        return "noi_dung"
    positions = Positions()
    try:
        parse(parts[0] if parts else text, positions)
    except YamlError:
        return ""
    wanted = (line - bool(parts), column)
    before = [(at, path) for path, at in (*positions.keys.items(), *positions.values.items()) if at <= wanted and path]
    return ".".join(map(str, max(before, key=lambda one: (one[0], len(one[1])))[1])) if before else ""
