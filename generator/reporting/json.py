"""A list of `{path, line, column, id, severity, message, law, hint}`."""

from __future__ import annotations

import json

from generator.problem import Problem
from generator.reporting.context import PLAIN, Context


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The problems as a JSON list."""
    return json.dumps(
        [problem._asdict() | {"law": problem.law.strip()} for problem in problems], ensure_ascii=False, indent=1
    )
