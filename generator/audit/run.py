"""Runs every audit check on a built site."""

from __future__ import annotations

from pathlib import Path

import generator.audit
from generator.audit import AuditCheck
from generator.audit.site import BuiltSite
from generator.plugins import plugins_in
from generator.problem import Problem
from generator.progress import ProgressCallback, no_progress


def audit(folder: Path, on_progress: ProgressCallback = no_progress) -> list[Problem]:
    """All findings, sorted; paths are relative to the folder's parent, as in `tthc check`. on_progress gets the number
    of pages read."""
    site = BuiltSite(folder, on_progress)
    problems = []
    for module in plugins_in(generator.audit, AuditCheck):
        for item in module.check(site):
            path = f"{folder.name}/{item.file}"
            line, column = item.place
            problems.append(Problem(path, line, column, module.ID, item.severity, item.message, item.law, item.hint))
    return sorted(set(problems))
