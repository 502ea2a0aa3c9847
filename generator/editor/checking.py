"""The project's own checks on a draft: the one place where the editor meets the check engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.checks._engine.days import merged, runs
from generator.checks._engine.runner import check, check_entry, once_each
from generator.editor.draft_context import DraftContext
from generator.editor.form_words import on_form
from generator.editor.loaded_content import AGE, LoadedContent, LoadedFile
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, VERSIONED, identity
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions, YamlError
from generator.problem import ERROR, Problem
from generator.schema.kinds import BODY_KEY, KINDS, Kind


def check_draft(
    loaded: LoadedContent, path: str, kind: Kind, text: str, as_of: dt.date | None
) -> tuple[LoadedFile, list[Problem]]:
    """The file as it would be loaded with this text, and its problems as a full check would report them, each with its
    key."""
    shown = loaded.display_path(path)
    with loaded.lock:  # entries cache positions while they are checked
        draft = loaded.drafted(path, kind, text)
        found = _findings(loaded, path, draft, as_of)
    named = [problem for problem in loaded.names if problem.path == shown]
    problems = once_each(sorted({*named, *draft.problems, *found}))
    return draft, [_with_key(problem, kind, text) for problem in problems]


def _findings(loaded: LoadedContent, path: str, draft: LoadedFile, as_of: dt.date | None) -> list[Problem]:
    """The findings of the rules in one file, on every day that the site publishes and on those of its versions."""
    base = loaded.refresh(max_age=AGE)
    days = loaded.with_drafts({path: draft}).days(as_of) if draft.entries and _is_site(draft) else base.days(as_of)
    files = _family(loaded, path, draft)
    unread = (base.unread - (loaded.files[path].unread if path in loaded.files else set())) | draft.unread
    mini = Store({kind.name: [] for kind in KINDS}, [], loaded.content, unread)
    for name in sorted(files):
        for entry in files[name].entries:
            mini.entries[entry.kind.name].append(entry)
    shown, paths = loaded.display_path(path), frozenset(loaded.display_path(name) for name in files)
    todo, own = runs(mini, days)
    contexts = {day: DraftContext(loaded.contexts.of(base, day), own[day].store, paths, unread) for day in own}
    found = merged((run, check_entry(run.entry, contexts[run.day])) for run in todo)
    return [problem for problem in found if problem.path == shown]


def _is_site(draft: LoadedFile) -> bool:
    return draft.kind is not None and draft.kind.name == "site"


def _family(loaded: LoadedContent, path: str, draft: LoadedFile) -> dict[str, LoadedFile]:
    """The draft, and of a record with dated versions all of them: each is checked on top of the ones before."""
    wanted = {
        identity(entry) for entry in draft.entries if entry.kind.name in VERSIONED or entry.kind.name in VERSION_KINDS
    }
    folder = path.rpartition("/")[0]
    found = {
        name: file
        for name, file in loaded.files.items()
        if wanted and name.rpartition("/")[0] == folder and any(identity(entry) in wanted for entry in file.entries)
    }
    return found | {path: draft}


def check_all(loaded: LoadedContent, drafts: dict[str, LoadedFile], as_of: dt.date | None) -> list[Problem]:
    """All problems of the content with these drafts in it."""
    with loaded.lock:
        store = loaded.with_drafts(drafts)
        first, *others = store.days(as_of)
        return check(store, first, others=others)


def new_errors(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """Errors that were not there before, regardless of position."""
    known = {(one.path, one.id, one.message) for one in before}
    return [one for one in after if one.severity == ERROR and (one.path, one.id, one.message) not in known]


def _with_key(problem: Problem, kind: Kind, text: str) -> Problem:
    key = problem.key or _key_at(text, kind, problem.line, problem.column)
    message, hint = on_form(problem, kind, key)
    return problem._replace(message=message, hint=hint, key=key, law=problem.law.strip())


def _key_at(text: str, kind: Kind, line: int, column: int) -> str:
    """The key of the value at a position in a file, for findings about its text; "" if the position is outside any
    value."""
    from generator.loading.front_matter import split

    parts = split(text) if kind.markdown else None
    if parts and line >= parts[2]:
        return BODY_KEY
    positions = Positions()
    try:
        parse(parts[0] if parts else text, positions)
    except YamlError:
        return ""
    wanted = (line - bool(parts), column)
    before = [(at, path) for path, at in (*positions.keys.items(), *positions.values.items()) if at <= wanted and path]
    return ".".join(map(str, max(before, key=lambda one: (one[0], len(one[1])))[1])) if before else ""
