"""Errors and new reminders line by line, other reminders as a count per rule: the output of `make site`."""

from __future__ import annotations

from collections import Counter

from generator.problem import ERROR, Problem
from generator.reporting.context import PLAIN, Context
from generator.reporting.text import line, sections, standing


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """All errors and, if an earlier state is known, the new reminders; then one line with the count of the others by
    rule."""
    if context.new is None:
        lines = [line(problem) for problem in problems if problem.severity == ERROR]
        counts = Counter(problem.id for problem in problems if problem.severity != ERROR)
    else:
        counts = standing(problems, context)
        lines = []
        for heading, shown in sections(problems, context):
            lines += [heading, *map(line, shown)] if shown else []
    if counts:
        parts = ", ".join(f"{id}: {count}" for id, count in sorted(counts.items()))
        before = "" if context.new is None else " đã có từ trước"
        lines.append(f"{sum(counts.values())} lời nhắc{before} ({parts}); xem từng lời bằng “make check ALL=1”.")
    lines.append(f"{sum(problem.severity == ERROR for problem in problems)} lỗi.")
    return "\n".join(lines)
