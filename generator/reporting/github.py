"""Annotations of GitHub Actions (workflow commands): shown next to the line in a pull request.

GitHub shows ten errors and ten warnings of a step and silently drops the others. So errors come first, and new ones
first within each kind; the path is in the text too (an annotation on a file that the pull request does not touch is
shown without it); what exceeds ten goes to the log of the step, and a last notice says so."""

from __future__ import annotations

from collections import Counter

from generator.problem import ERROR, WARNING, Problem
from generator.reporting.context import PLAIN, Context
from generator.reporting.text import hint, line, sentence

MAX_ANNOTATIONS = 10  # of each kind, by GitHub
MAX_LENGTH = 2000  # characters of a message


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """The commands, the rest as plain text in a log group, then the count."""
    titles = {rule.id: rule.title for rule in context.rules}
    marked, rest = _split(problems, context)
    lines = [_command(problem, titles.get(problem.id, "")) for problem in marked]
    counted = Counter(problem.severity for problem in problems)
    total = f"{counted[ERROR]} lỗi, {counted[WARNING]} nhắc" if problems else "Không có lỗi."
    if rest:
        lines += [f"::group::Còn {len(rest)} điều nữa", *(_plain(line(problem)) for problem in rest), "::endgroup::"]
        more = (
            f"{total}. GitHub chỉ hiện {len(marked)} điều bên cạnh dòng;"
            f" {len(rest)} điều còn lại ở nhật ký của bước này."
        )
        lines.append(f"::notice title=tthc check::{_data(more)}")
    return "\n".join([*lines, total])


def _split(problems: list[Problem], context: Context) -> tuple[list[Problem], list[Problem]]:
    """(annotations, rest for the log), both with errors first, then what is new. Reminders that existed before are not
    annotated: they would displace new ones."""
    new = None if context.new is None else frozenset(context.new)
    found = sorted(problems, key=lambda problem: (problem.severity != ERROR, new is not None and problem not in new))
    marked: list[Problem] = []
    rest: list[Problem] = []
    counted: Counter[str] = Counter()
    for problem in found:
        old = new is not None and problem not in new and problem.severity != ERROR
        fits = not old and counted[problem.severity] < MAX_ANNOTATIONS
        counted[problem.severity] += fits
        (marked if fits else rest).append(problem._replace(path=context.place(problem.path)))
    return marked, rest


def _command(problem: Problem, title: str) -> str:
    message = f"{problem.path}:{problem.line}: {sentence(problem)}{hint(problem)}"
    message = message if len(message) <= MAX_LENGTH else f"{message[:MAX_LENGTH]}…"
    heading = f"{problem.id} {title}".strip()
    place = f"file={_value(problem.path)},line={problem.line},col={problem.column},title={_value(heading)}"
    return f"::{problem.severity} {place}::{_data(message)}"


def _plain(text: str) -> str:
    """One line of the log, escaped so that content cannot issue workflow commands."""
    text = " ".join(text.splitlines()).replace("##[", "## [")
    return f"| {text}" if text.lstrip().startswith("::") else text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
