"""A build after a small change: texts of a few procedures that only their own pages show.

Buys: one changed record among 6,000 in a tenth of the full build. What may be left out is decided by outlines (see
outline.py): when nothing changed but files of procedures, and each of them looks to all others as it did, then no other
page, list, index or finding can be different. Their own pages and findings are made again, from them and from what stands
near them. In every other case `small_change` says None and everything is built.
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

MAX_CHANGED_FILES = 20  # more changed files than that are no small change


@dataclass(slots=True)
class IncrementalPlan:
    """store: the changed procedures, what is near them, and everything that is not a procedure; shown: paths of the changed ones
    as in messages; problems: of the whole content."""

    store: Store
    shown: set[str]
    problems: list[Problem]


def plan_incremental(memory: BuildState, content: Path, now: FileStates, day: dt.date) -> IncrementalPlan | None:
    """What changed since `memory`, when that is small; `now`: the files of `content`."""
    if now.keys() != memory.content.keys():
        return None
    changed = sorted(path for path, (_, _, digest) in now.items() if digest != memory.content[path][2])
    if not changed:
        return IncrementalPlan(Store(), set(), memory.problems)
    known = memory.known() if len(changed) <= MAX_CHANGED_FILES else {}
    if not all(path in known for path in changed):
        return None
    around = _around([known[path] for path in changed], known) - set(changed)
    store = CachedStore({"procedure": []}, root=content, fixed=memory.fixed)
    for path in sorted([*changed, *around]):
        kind = record_kind(path)
        if kind is None:
            return None
        read_file(content / path, f"{content.name}/{path}", kind, store)
    shown = {f"{content.name}/{path}": path for path in changed}
    fresh = [entry for entry in store.of("procedure") if entry.path in shown]
    if store.problems or len(fresh) != len(changed):
        return None
    if any(fingerprint_of(entry).digest != known[shown[entry.path]].digest for entry in fresh):
        return None
    codes = {entry.record.code for entry in fresh}
    if any(entry.record.code in codes for entry in store.of("overlay")):  # a commune's layer is held against every text
        return None
    found = check_entries(fresh, ValidationContext(store, day))
    before = [problem for problem in memory.problems if problem.path in shown]
    if _said(found) != _said(before):
        return None
    others = [problem for problem in memory.problems if problem.path not in shown]
    return IncrementalPlan(store, set(shown), sorted({*others, *found}))


def _around(changed: list[DependencyFingerprint], known: dict[str, DependencyFingerprint]) -> set[str]:
    """Paths of what is near the changed ones, and of what these mention: a page shows what tells its neighbours apart, with links."""
    close = {path: item for path, item in known.items() if any(is_dependency(one, item) for one in changed)}
    mentions = frozenset[str]().union(*(item.mentions for item in close.values()))
    return close.keys() | {path for path, item in known.items() if not mentions.isdisjoint(item.names)}


def _said(problems: list[Problem]) -> list[tuple[str, ...]]:
    """Findings without their place: lines move when a text grows, and no page shows them."""
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
    """Lay the changed pages out and put each in place at once, if its bytes differ. staging: makes a folder on the disk of `out` for what
    is not in place yet. Returns the files that were written."""
    if not change.shown:
        return []
    catalogue = build_catalogue(change.store, day, change.problems)
    catalogue.has_sheets = all((out / urls.sheet_procedure(code)).is_file() for code in catalogue.procedures)
    layout = PageRenderer(theme_dirs, catalogue, assets.__getitem__, urlsplit(catalogue.site.url or "").path or "/")
    turned = inverse_relations(catalogue)
    views = [view for view in catalogue.procedures.values() if view.source in change.shown]
    made: dict[str, bytes] = {
        sheet.path: typeset_pdf(sheet)
        for view in views
        if catalogue.has_sheets and view.in_force
        for sheet in sheets_of("procedure", view, catalogue)
    }
    made |= {
        found.file: layout.html(found).encode("utf-8") for found in (page(view, catalogue, turned) for view in views)
    }
    written = [name for name, data in sorted(made.items()) if (out / name).read_bytes() != data]
    part = staging() / "part" if written else out
    for name in written:
        part.write_bytes(made[name])
        part.replace(out / name)
    return written
