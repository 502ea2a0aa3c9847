"""`path:line:col: MÃ mức: điều sai (điều luật). → cách sửa`, the source line with a caret, and a count at the end.

If an earlier state is known, new findings come first; of the earlier ones, errors are shown and reminders are counted
by rule: hundreds of old reminders would hide a new one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from generator.problem import ERROR, SEVERITY_WORDS, Problem
from generator.reporting.context import PLAIN, Context

RED, YELLOW, CYAN, BOLD, DIM, END = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
WIDTH = 110


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The problems and the count of errors and warnings."""
    parts: list[str] = []
    sources: dict[str, list[str]] = {}
    for heading, shown in sections(problems, context):
        parts += [f"{BOLD}{heading}{END}" if context.colour else heading] if heading else []
        for problem in shown:
            if problem.path not in sources:
                sources[problem.path] = (context.source(problem.path) or "").split("\n")
            parts.append(_coloured(problem) if context.colour else line(problem))
            rows = excerpt(sources[problem.path], problem.line, problem.column)
            parts += [f"{DIM}{row}{END}" if context.colour else row for row in rows]
    if counts := standing(problems, context):
        titles = {rule.id: rule.title for rule in context.rules}
        heading = f"{sum(counts.values())} lời nhắc đã có từ trước (xem từng lời: tthc check --all):"
        parts.append(f"{BOLD}{heading}{END}" if context.colour else heading)
        parts += [f"{count:>6} × {id} {titles.get(id, '')}".rstrip() for id, count in sorted(counts.items())]
    errors = sum(problem.severity == ERROR for problem in problems)
    total = f"{errors} lỗi, {len(problems) - errors} nhắc" if problems else "Không có lỗi."
    parts.append(f"{BOLD}{total}{END}" if context.colour else total)
    return "\n".join(parts)


def sections(problems: list[Problem], context: Context) -> list[tuple[str, list[Problem]]]:
    """(heading, problems) shown one by one: the new ones, then the errors that existed before; all of them, without a
    heading, if nothing was compared."""
    if context.new is None:
        return [("", problems)]
    if not problems:
        return []
    fresh = set(context.new)
    new = [problem for problem in problems if problem in fresh]
    errors = [problem for problem in problems if problem not in fresh and problem.severity == ERROR]
    first = f"Mới so với {context.since}:" if new else f"Không có gì mới so với {context.since}."
    return [(first, new), *([("Lỗi đã có từ trước:", errors)] if errors else [])]


def standing(problems: list[Problem], context: Context) -> Counter[str]:
    """Rule → number of reminders that existed before and are only counted."""
    fresh = set(problems if context.new is None else context.new)
    return Counter(problem.id for problem in problems if problem not in fresh and problem.severity != ERROR)


def line(problem: Problem) -> str:
    """One problem as one line."""
    return f"{_place(problem)}: {problem.id} {SEVERITY_WORDS[problem.severity]}: {sentence(problem)}{hint(problem)}"


def excerpt(lines: list[str], number: int, column: int) -> list[str]:
    """The source line and a caret under `column`; long lines are cut around it. Empty if the line is unknown."""
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
    """A character safe for terminals: control codes are escaped."""
    return " " if char == "\t" else char if char.isprintable() or unicodedata.combining(char) else "�"


def _width(text: str) -> int:
    """Columns that `text` takes on a terminal: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}"


def sentence(problem: Problem) -> str:
    """What is wrong, with the article."""
    law = f" ({problem.law})" if problem.law.strip() else ""
    return f"{problem.message}{law}."


def hint(problem: Problem) -> str:
    """The arrow and how to mend it; "" without a hint."""
    return f" → {problem.hint}" if problem.hint else ""


def _coloured(problem: Problem) -> str:
    colour = RED if problem.severity == ERROR else YELLOW
    rest = f"{CYAN}{hint(problem)}{END}" if problem.hint else ""
    kind = f"{colour}{problem.id} {SEVERITY_WORDS[problem.severity]}{END}"
    return f"{BOLD}{_place(problem)}{END}: {kind}: {sentence(problem)}{rest}"
