"""Runs every audit check on a built site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import generator.audit
from generator.audit import AuditCheck
from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite
from generator.plugins import plugins_in
from generator.problem import Problem

Found = list[tuple[str, AuditFinding]]  # id of the check, what it found


@dataclass(slots=True)
class AuditedFiles:
    """The results for some files: the findings, and the notes about their pages: id of the check → page → note."""

    found: Found = field(default_factory=list)
    notes: defaultdict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))


FileMap = Callable[[Callable[[list[str]], AuditedFiles], Sequence[str]], Iterable[AuditedFiles]]


def at_once(work: Callable[[list[str]], AuditedFiles], files: Sequence[str]) -> list[AuditedFiles]:
    """The default FileMap: all files in this process."""
    return [work(list(files))]


def audit(folder: Path, file_map: FileMap = at_once) -> list[Problem]:
    """All findings, sorted; paths are relative to the folder's parent, as in `tthc check`. file_map: calls a function
    with disjoint parts of a list of files, in several processes if it can."""
    found = findings(BuiltSite(folder), list(plugins_in(generator.audit, AuditCheck)), file_map)
    return sorted({_problem(folder, id, item) for id, item in found})


def findings(site: BuiltSite, checks: Sequence[AuditCheck], file_map: FileMap = at_once) -> Found:
    """All findings of the checks, unsorted."""
    site.editions  # noqa: B018 -- found out once, before processes are forked
    pages = set(site.page_names)

    def work(names: list[str]) -> AuditedFiles:
        part = AuditedFiles()
        for name in names:
            if name in pages:
                _page(site, name, checks, part)
            else:
                for check in checks:
                    if hasattr(check, "check_file"):
                        part.found += _with_law(check, check.check_file(name, site))
        return part

    found: Found = []
    notes: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for part in file_map(work, sorted(site.files)):
        found += part.found
        for id, of_pages in part.notes.items():
            notes[id] |= of_pages
    for check in checks:
        if hasattr(check, "check_site"):
            found += _with_law(check, check.check_site(site, notes[check.ID]))
    return found


def _page(site: BuiltSite, name: str, checks: Sequence[AuditCheck], part: AuditedFiles) -> None:
    """Parse one page for all checks."""
    page = site.page(name)
    for check in checks:
        if hasattr(check, "check_page"):
            part.found += _with_law(check, check.check_page(page, site))
        if hasattr(check, "note_page") and (note := check.note_page(page, site)) is not None:
            part.notes[check.ID][name] = note


def _with_law(check: AuditCheck, items: Iterable[AuditFinding]) -> Iterator[tuple[str, AuditFinding]]:
    """Findings with the id of their check and, unless they state another article, its law."""
    law = getattr(check, "LAW", "")
    for item in items:
        yield check.ID, item._replace(law=law) if item.law is None else item


def _problem(folder: Path, id: str, item: AuditFinding) -> Problem:
    line, column = item.place
    return Problem(
        f"{folder.name}/{item.file}", line, column, id, item.severity, item.message, item.law or "", item.hint
    )
