"""The JSON list that `tthc edit` reads: everything a problem has, also what the form says otherwise."""

from __future__ import annotations

import json

from generator.problem import Problem
from generator.reporting.context import PLAIN, Context


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The problems as a JSON list."""
    return json.dumps([problem._asdict() for problem in problems], ensure_ascii=False)
