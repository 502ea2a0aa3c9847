"""Checks the imported records in the folder as it will be after the import; findings per rule."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from generator.checks._engine.runner import ParallelMap, check
from generator.importing.plan import ImportPlan
from generator.loading.folder import list_content, locate, read_file, read_text
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import kind_of


def problems(outcome: ImportPlan, as_of: dt.date, map_parallel: ParallelMap | None = None) -> list[Problem]:
    """The problems of the imported procedures in the context of the whole folder. Works before anything is written.
    map_parallel: maps the check over several processes."""
    root = outcome.target.root
    store = Store()
    for relative in sorted(
        {*(list_content(root)[0] if root.is_dir() else []), *(_relative(root, file) for file in outcome.texts)}
    ):
        kind = kind_of(relative)
        if kind is None:
            continue
        store.entries.setdefault(kind.name, [])
        if root / relative in outcome.texts:
            read_text(outcome.texts[root / relative], f"{root.name}/{relative}", kind, store)
        else:
            read_file(*locate(root, relative), kind, store)
    for entry in (entry for entries in store.entries.values() for entry in entries):
        entry.document.located = False  # findings are counted
    imported = {f"{root.name}/{_relative(root, done.file)}" for done in outcome.done if done.file}
    return [problem for problem in check(store, as_of, map_parallel) if problem.path in imported]


def per_rule(problems_found: list[Problem]) -> list[tuple[str, str, int, int]]:
    """(rule, severity, number of findings, number of files) for each rule, most files first."""
    findings: Counter[tuple[str, str]] = Counter((problem.id, problem.severity) for problem in problems_found)
    files = {
        key: len({problem.path for problem in problems_found if (problem.id, problem.severity) == key})
        for key in findings
    }
    return sorted(
        ((id, severity, count, files[id, severity]) for (id, severity), count in findings.items()),
        key=lambda row: (-row[3], row[0]),
    )


def _relative(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()
