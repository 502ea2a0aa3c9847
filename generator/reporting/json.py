"""A list of `{path, line, column, id, severity, message, law, hint}`; `form` where the editor's form says otherwise."""

from __future__ import annotations

import json

from generator.problem import Problem
from generator.reporting.context import PLAIN, Context


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The problems as a JSON list."""
    return json.dumps([_row(problem) for problem in problems], ensure_ascii=False, indent=1)


def _row(problem: Problem) -> dict[str, object]:
    row = problem._asdict() | {"law": problem.law.strip()}
    del row["key"]  # line and column say it
    if not problem.form:
        del row["form"]
    return row
