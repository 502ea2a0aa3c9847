"""`path:line:col: MÃ mức: điều sai (điều luật). → cách sửa`, the source line with a caret, and a count at the end."""

from __future__ import annotations

import unicodedata

from generator.problem import ERROR, Problem
from generator.reporting.context import PLAIN, Context

WORDS = {"error": "lỗi", "warning": "nhắc"}
RED, YELLOW, CYAN, BOLD, DIM, END = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
WIDTH = 110


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """All problems and the count of errors and warnings."""
    parts: list[str] = []
    sources: dict[str, list[str]] = {}
    for problem in problems:
        if problem.path not in sources:
            sources[problem.path] = (context.source(problem.path) or "").split("\n")
        parts.append(_coloured(problem) if context.colour else line(problem))
        shown = excerpt(sources[problem.path], problem.line, problem.column)
        parts += [f"{DIM}{row}{END}" if context.colour else row for row in shown]
    errors = sum(problem.severity == ERROR for problem in problems)
    total = f"{errors} lỗi, {len(problems) - errors} nhắc" if problems else "Không có lỗi."
    parts.append(f"{BOLD}{total}{END}" if context.colour else total)
    return "\n".join(parts)


def line(problem: Problem) -> str:
    """One problem as one line."""
    return f"{_place(problem)}: {problem.id} {WORDS[problem.severity]}: {_said(problem)}{_hint(problem)}"


def excerpt(lines: list[str], number: int, column: int) -> list[str]:
    """The source line and a caret under `column`; long lines are cut around it. Nothing when the line is not known."""
    if not 1 <= number <= len(lines) or lines == [""]:
        return []
    row = lines[number - 1]
    start = max(0, column - 1 - WIDTH * 2 // 3) if len(row) > WIDTH else 0
    more = "…" if len(row) > start + WIDTH else ""
    row = "".join(_shown(char) for char in row[start : start + WIDTH].rstrip("\r"))
    lead = "…" if start else ""
    shown, before = lead + row + more, lead + row[: column - 1 - start]
    gutter = f"{number:>6} | "
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + " " * _width(before) + "^"]


def _shown(char: str) -> str:
    """A character as it may stand on a terminal: no control codes."""
    return " " if char == "\t" else char if char.isprintable() or unicodedata.combining(char) else "�"


def _width(text: str) -> int:
    """Columns that `text` takes on a terminal: marks take none, wide letters take two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}"


def _said(problem: Problem) -> str:
    law = f" ({problem.law})" if problem.law.strip() else ""
    return f"{problem.message}{law}."


def _hint(problem: Problem) -> str:
    return f" → {problem.hint}" if problem.hint else ""


def _coloured(problem: Problem) -> str:
    colour = RED if problem.severity == ERROR else YELLOW
    hint = f"{CYAN}{_hint(problem)}{END}" if problem.hint else ""
    return f"{BOLD}{_place(problem)}{END}: {colour}{problem.id} {WORDS[problem.severity]}{END}: {_said(problem)}{hint}"
