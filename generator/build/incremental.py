"""Incremental build after a change to private texts of a few procedures.

Takes a tenth of a full build for one changed record among 6,000. If only files of procedures changed, and their
dependency fingerprints (fingerprint.py) did not, then no other page, list, index or problem can change: only the pages
of these procedures are rendered, from them and their dependencies. In every other case `plan_incremental` returns None
and everything is built.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import urls
from generator.build.cache import BuildState, CachedStore
from generator.build.fingerprint import DependencyFingerprint, fingerprint_of, is_dependency
from generator.build.input_hashes import FileStates
from generator.catalogue.builder import build_catalogue
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.runner import check_entries
from generator.loading.file_names import record_kind
from generator.loading.folder import read_file
from generator.loading.store import Store
from generator.outputs.sheets.sheet import sheets_of
from generator.outputs.sheets.typeset import typeset_pdf
from generator.pages.procedure import page
from generator.pages.related import inverse_relations
from generator.problem import Problem
from generator.rendering.page_renderer import PageRenderer

MAX_CHANGED_FILES = 20  # with more, everything is built


@dataclass(slots=True)
class IncrementalPlan:
    """store: the changed procedures, their dependencies, and all other kinds; shown: paths of the changed procedures as
    in messages; problems: of the whole content."""

    store: Store
    shown: set[str]
    problems: list[Problem]


def plan_incremental(memory: BuildState, content: Path, now: FileStates, day: dt.date) -> IncrementalPlan | None:
    """The incremental plan for the changes since `memory`; None if everything has to be built. now: the states of the
    files of `content`."""
    if now.keys() != memory.content.keys():
        return None
    changed = sorted(path for path, (_, _, digest) in now.items() if digest != memory.content[path][2])
    if not changed:
        return IncrementalPlan(Store(), set(), memory.problems)
    fingerprints = memory.known() if len(changed) <= MAX_CHANGED_FILES else {}
    if not all(path in fingerprints for path in changed):
        return None
    dependencies = _dependencies([fingerprints[path] for path in changed], fingerprints) - set(changed)
    if any("@" in path for path in now):  # versions need the whole store
        return None
    store = CachedStore({"procedure": []}, root=content, fixed=memory.fixed)
    for path in sorted([*changed, *dependencies]):
        kind = record_kind(path)
        if kind is None:
            return None
        read_file(content / path, f"{content.name}/{path}", kind, store)
    shown = {f"{content.name}/{path}": path for path in changed}
    fresh = [entry for entry in store.of("procedure") if entry.path in shown]
    if store.problems or len(fresh) != len(changed):
        return None
    if any(fingerprint_of(entry).digest != fingerprints[shown[entry.path]].digest for entry in fresh):
        return None
    codes = {entry.record.code for entry in fresh}
    # an overlay is checked against every text of its procedure
    if any(entry.record.code in codes for entry in store.of("overlay")):
        return None
    problems = check_entries(fresh, ValidationContext(store, day))
    before = [problem for problem in memory.problems if problem.path in shown]
    if _identities(problems) != _identities(before):
        return None
    others = [problem for problem in memory.problems if problem.path not in shown]
    return IncrementalPlan(store, set(shown), sorted({*others, *problems}))


def _dependencies(changed: list[DependencyFingerprint], fingerprints: dict[str, DependencyFingerprint]) -> set[str]:
    """Paths of the direct dependencies of the changed procedures, and of what these mention: a page shows how related
    procedures differ, with links."""
    direct = {path: item for path, item in fingerprints.items() if any(is_dependency(one, item) for one in changed)}
    mentions = frozenset[str]().union(*(item.mentions for item in direct.values()))
    return direct.keys() | {path for path, item in fingerprints.items() if not mentions.isdisjoint(item.names)}


def _identities(problems: list[Problem]) -> list[tuple[str, ...]]:
    """Problems without line and column, which shift on edits and are not rendered."""
    return sorted(
        {
            (problem.path, problem.id, problem.severity, problem.message, problem.law, problem.hint)
            for problem in problems
        }
    )


def apply_incremental(
    change: IncrementalPlan,
    out: Path,
    staging: Callable[[], Path],
    theme_dirs: list[str],
    assets: dict[str, str],
    day: dt.date,
) -> list[str]:
    """Render the changed pages and replace each atomically if its bytes differ. staging: creates a staging directory on
    the same disk as `out`. Returns the files that were written."""
    if not change.shown:
        return []
    catalogue = build_catalogue(change.store, day, change.problems)
    catalogue.has_sheets = all((out / urls.sheet_procedure(code)).is_file() for code in catalogue.procedures)
    renderer = PageRenderer(theme_dirs, catalogue, assets.__getitem__, urlsplit(catalogue.site.url or "").path or "/")
    inverse = inverse_relations(catalogue)
    views = [view for view in catalogue.procedures.values() if view.source in change.shown]
    files: dict[str, bytes] = {
        sheet.path: typeset_pdf(sheet)
        for view in views
        if catalogue.has_sheets and view.in_force
        for sheet in sheets_of("procedure", view, catalogue)
    }
    files |= {
        item.file: renderer.html(item).encode("utf-8") for item in (page(view, catalogue, inverse) for view in views)
    }
    written = [name for name, data in sorted(files.items()) if (out / name).read_bytes() != data]
    part = staging() / "part" if written else out
    for name in written:
        part.write_bytes(files[name])
        part.replace(out / name)
    return written
