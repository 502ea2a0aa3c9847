"""Run every audit check over a built site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import generator.audit
from generator.audit.site import BuiltSite
from generator.plugins import modules_in
from generator.problem import Problem


def audit(folder: Path, told: Callable[[int, int], None] = lambda done, total: None) -> list[Problem]:
    """All findings, sorted; paths are relative to the folder's parent, as in `tthc check`. told: is told how many pages were read, of how many."""
    site = BuiltSite(folder, told)
    found = []
    for module in modules_in(generator.audit):
        if hasattr(module, "ID"):
            for item in module.check(site):
                path = f"{folder.name}/{item.file}"
                line, column = item.place
                found.append(Problem(path, line, column, module.ID, item.severity, item.message, item.law, item.hint))
    return sorted(set(found))
