"""The audit's result as data for the public quality page: what was checked, of how many pages, what was found."""

from __future__ import annotations

import importlib
import json
import pkgutil

import generator.audit
from generator.audit.site import BuiltSite
from generator.problem import ERROR, Problem


def quality(site: BuiltSite, problems: list[Problem]) -> bytes:
    """JSON: pages, and one entry a check with its title, what it looks at, errors and warnings."""
    checks = []
    for info in sorted(pkgutil.iter_modules(generator.audit.__path__), key=lambda item: item.name):
        module = importlib.import_module(f"generator.audit.{info.name}")
        if hasattr(module, "ID"):
            mine = [problem for problem in problems if problem.id == module.ID]
            errors = sum(problem.severity == ERROR for problem in mine)
            checks.append({"ma": module.ID, "loi_thuong_gap": module.TITLE, "kiem_tra": (module.__doc__ or "").strip(), "loi": errors, "nhac": len(mine) - errors})
    data = {"so_trang": len(site.pages), "kiem_tra": sorted(checks, key=lambda item: str(item["ma"]))}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
