"""Finds which findings are new since an earlier state of the content.

A finding is identified by its file, its rule and its message: never by its line, which moves with every edit above
it. The earlier findings come from a check of the earlier content (generator/commands/_shared/baseline_state.py) or
from a file that `tthc check --format json` wrote.
"""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.regular_file import read_regular
from generator.problem import Problem

DEFAULT_FILE = "check-baseline.json"  # next to the content folder; used if there is no git repository
Text = Callable[[str], str | None]


class UnusableBaseline(ValueError):
    """The file is not a list of findings; the message gives the reason, in Vietnamese."""


def new_since(
    problems: list[Problem],
    before: Iterable[Problem],
    *,
    text: Text = lambda path: None,
    text_before: Text = lambda path: None,
    is_deleted: Callable[[str], bool] = lambda path: False,
) -> list[Problem]:
    """Those of `problems` that are not in `before`, in their order.

    text, text_before: the current and earlier text of a file, by the path in messages; called only if a file has more
    findings with the same message than before, to decide which ones are new (without texts: the last). is_deleted:
    True if a file of `before` no longer exists; its findings are then matched with those of new files, because a
    renamed file has no new faults.
    """
    old = list(before)
    count = Counter(map(_identity, old))
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_identity(problem), []).append(problem)
    new: list[Problem] = []
    for identity, group in groups.items():
        known_count = count[identity]
        if known_count and len(group) > known_count:
            standing = _standing(
                identity[0], group, [one for one in old if _identity(one) == identity], text, text_before
            )
            group = sorted(group, key=lambda problem: problem not in standing)
        new += group[known_count:]
    paths_before = {problem.path for problem in old}
    moved = Counter(
        (id, message)
        for (path, id, message), known_count in count.items()
        if (path, id, message) not in groups and is_deleted(path)
        for _ in range(known_count)
    )
    found = []
    for problem in sorted(new):
        if problem.path not in paths_before and moved[problem.id, problem.message]:
            moved[problem.id, problem.message] -= 1
        else:
            found.append(problem)
    order = {problem: at for at, problem in enumerate(problems)}
    return sorted(found, key=order.__getitem__)


def from_file(file: Path) -> list[Problem]:
    """The findings that `tthc check --format json` wrote to `file`. Raises UnusableBaseline."""
    try:
        return from_json(read_regular(file)[0])
    except OSError as error:
        raise UnusableBaseline(f"không đọc được {file}: {cause_of(error)}") from None
    except (ValueError, RecursionError):
        raise UnusableBaseline(f"{file} không phải kết quả của “tthc check --format json”") from None


def from_json(text: str | bytes) -> list[Problem]:
    """The findings in a JSON list of them; bytes are UTF-8, or UTF-16 as PowerShell writes it. Raises ValueError for
    anything else."""
    rows = json.loads(text)
    if not isinstance(rows, list):
        raise ValueError("not a list")
    found = []
    for row in rows:
        if not isinstance(row, dict) or not {"path", "id", "message"} <= row.keys():
            raise ValueError("not a finding")
        number = {name: row.get(name) if isinstance(row.get(name), int) else 1 for name in ("line", "column")}
        words = {name: str(row.get(name) or "") for name in ("path", "id", "severity", "message", "law", "hint")}
        found.append(Problem(**words, **number))  # type: ignore[arg-type]
    return found


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.id, problem.message


def _standing(path: str, group: list[Problem], old: list[Problem], text: Text, text_before: Text) -> set[Problem]:
    """Those of `group` whose line is the line of one of `old`, wherever it has moved to."""
    now, then = text(path), text_before(path)
    if now is None or then is None:
        return set()
    lines = {problem.line for problem in old}
    same = difflib.SequenceMatcher(None, then.splitlines(), now.splitlines(), autojunk=False).get_matching_blocks()
    moved = {line - block.a + block.b for block in same for line in lines if block.a < line <= block.a + block.size}
    return {problem for problem in group if problem.line in moved}
