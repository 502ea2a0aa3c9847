"""Errors line by line, warnings as a count per rule: what `make site` prints."""

from __future__ import annotations

from collections import Counter

from generator.problem import ERROR, Problem
from generator.reporting.context import PLAIN, Context
from generator.reporting.text import line


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """All errors, then one line a rule for the warnings."""
    errors = [problem for problem in problems if problem.severity == ERROR]
    counts = Counter(problem.id for problem in problems if problem.severity != ERROR)
    lines = [line(problem) for problem in errors]
    if counts:
        parts = ", ".join(f"{id}: {count}" for id, count in sorted(counts.items()))
        lines.append(f"{sum(counts.values())} lời nhắc ({parts}); xem từng lời bằng “make check”.")
    lines.append(f"{len(errors)} lỗi.")
    return "\n".join(lines)
