"""GitLab's code quality report: shown next to the changed lines of a merge request."""

from __future__ import annotations

import hashlib
import json

from generator.problem import ERROR, Problem
from generator.reporting.context import PLAIN, Context
from generator.reporting.text import hint


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """A JSON list; a finding keeps its fingerprint if lines above it move."""
    counts: dict[str, int] = {}
    rows = []
    for problem in problems:
        what = f"{problem.path}\0{problem.id}\0{problem.message}"
        counts[what] = counts.get(what, 0) + 1
        rows.append(
            {
                "description": f"{problem.id}: {problem.message}{hint(problem)}",
                "check_name": problem.id,
                "fingerprint": hashlib.sha256(f"{what}\0{counts[what]}".encode()).hexdigest(),
                "severity": "major" if problem.severity == ERROR else "minor",
                "location": {"path": context.place(problem.path), "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=1)
