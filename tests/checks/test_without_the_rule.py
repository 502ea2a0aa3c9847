"""A rule that is silenced is missed by its own test file, and only by the tests that show a fault.

Silencing: every problem of the rule comes out under another identifier. Then at least one test of its file must fail
(it
shows what the rule finds) and at least one must still pass (it shows what the rule leaves alone).
"""

from __future__ import annotations

import importlib
import inspect
import itertools
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.checks._engine.rule import Rule, all_rules
from generator.problem import Problem


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_its_own_tests_miss_it(rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module(f"tests.checks.{rule.subject}.test_{rule.module}")
    build = Problem.__new__

    def silenced(cls: type[Problem], path: str, line: int, column: int, id: str, *rest: Any, **named: Any) -> Problem:
        return build(cls, path, line, column, "TT-000" if id == rule.id else id, *rest, **named)

    monkeypatch.setattr(Problem, "__new__", silenced)
    failed = passed = 0
    for number, call in enumerate(calls(module)):
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            call(folder)
            passed += 1
        except (AssertionError, ValueError, StopIteration, KeyError, IndexError):
            failed += 1
        if failed and passed:
            return
    assert failed, f"no test of {rule.module} fails when {rule.id} reports nothing"
    assert passed, f"no test of {rule.module} shows what {rule.id} leaves alone"


def calls(module: Any) -> Iterator[Callable[[Path], None]]:
    """Each test of `module`, with each set of its parameters, as a function of a temporary folder."""
    for name, test in inspect.getmembers(module, inspect.isfunction):
        if not name.startswith("test_") or test.__module__ != module.__name__:
            continue
        sets = [list(_sets(mark)) for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        wants_folder = "tmp_path" in inspect.signature(test).parameters
        for chosen in itertools.product(*sets):
            values = {key: value for part in chosen for key, value in part.items()}
            yield partial(_call, test, values, wants_folder)


def _call(test: Callable[..., None], values: dict[str, Any], wants_folder: bool, folder: Path) -> None:
    test(**values, **({"tmp_path": folder} if wants_folder else {}))


def _sets(mark: Any) -> Iterator[dict[str, Any]]:
    names, rows = mark.args
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    for row in rows:
        row = getattr(row, "values", row) if not isinstance(row, dict) else row
        yield dict(zip(names, row if len(names) > 1 else (row,), strict=True))
