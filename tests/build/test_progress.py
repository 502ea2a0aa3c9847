"""A bar where somebody looks, silence where nobody does."""

from __future__ import annotations

import io

import pytest

from generator.build import progress
from generator.build.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_bar_comes_after_two_seconds_and_goes_away(clock: list[float]) -> None:
    terminal = Terminal()
    bar = ProgressBar(terminal)
    bar("đọc", 1, 4)
    assert terminal.getvalue() == ""
    clock[0] += 3
    bar("đọc", 2, 4)
    assert "đọc [████████████············]  50 %" in terminal.getvalue()
    drawn = len(terminal.getvalue())
    clock[0] += 0.01
    bar("đọc", 3, 4)
    assert len(terminal.getvalue()) == drawn, "not more often than anybody can see"
    clock[0] += 1
    bar("Pagefind")
    assert terminal.getvalue().endswith("Pagefind 4 giây")
    bar.end()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_nothing_goes_to_a_file_or_a_pipe(clock: list[float]) -> None:
    out = io.StringIO()
    bar = ProgressBar(out)
    clock[0] += 10
    bar("đọc", 2, 4)
    bar.end()
    assert out.getvalue() == ""
