"""`path:line:col: MÃ mức: điều sai (điều luật). Cách sửa`, one line a problem, and a count at the end."""

from __future__ import annotations

from generator.problem import ERROR, Problem

WORDS = {"error": "lỗi", "warning": "nhắc"}


def render(problems: list[Problem]) -> str:
    """All problems and the count of errors and warnings."""
    lines = [line(problem) for problem in problems]
    errors = sum(problem.severity == ERROR for problem in problems)
    lines.append(f"{errors} lỗi, {len(problems) - errors} nhắc" if problems else "Không có lỗi.")
    return "\n".join(lines)


def line(problem: Problem) -> str:
    """One problem as one line."""
    law = f" ({problem.law})" if problem.law.strip() else ""
    hint = f" → {problem.hint}" if problem.hint else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.id} {WORDS[problem.severity]}: {problem.message}{law}.{hint}"
