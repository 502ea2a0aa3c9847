"""Annotations of GitHub Actions (workflow commands): shown beside the line in a pull request."""

from __future__ import annotations

from generator.problem import ERROR, Problem
from generator.reporting.context import PLAIN, Context


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """One command a problem, then the count as plain text."""
    titles = {rule.id: rule.title for rule in context.rules}
    lines = [_command(problem, titles.get(problem.id, "")) for problem in problems]
    errors = sum(problem.severity == ERROR for problem in problems)
    lines.append(f"{errors} lỗi, {len(problems) - errors} nhắc" if problems else "Không có lỗi.")
    return "\n".join(lines)


def _command(problem: Problem, title: str) -> str:
    law = f" ({problem.law})" if problem.law.strip() else ""
    message = f"{problem.message}{law}." + (f" → {problem.hint}" if problem.hint else "")
    heading = f"{problem.id} {title}".strip()
    place = f"file={_value(problem.path)},line={problem.line},col={problem.column},title={_value(heading)}"
    return f"::{problem.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
