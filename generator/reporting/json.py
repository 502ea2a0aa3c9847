"""A list of `{path, line, column, id, severity, message, law, hint}`."""

from __future__ import annotations

import json

from generator.problem import Problem
from generator.reporting.context import PLAIN, Context


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The problems as a JSON list."""
    return json.dumps([_row(problem) for problem in problems], ensure_ascii=False, indent=1)


def _row(problem: Problem) -> dict[str, object]:
    row = problem._asdict() | {"law": problem.law.strip()}
    del row["key"], row["form"]  # line and column say the one; the other is for the editor
    return row
