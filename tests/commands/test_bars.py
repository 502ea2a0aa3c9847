"""What takes long shows on a terminal how far it is, and leaves no trace there."""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import progress
from generator.cli import main
from tests.conftest import SMALL


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is three seconds later."""
    seconds = itertools.count(0, 3)
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (lambda site: ["check", "--content", str(SMALL)], "Đang đọc, kiểm tra"),
        (lambda site: ["report", "--content", str(SMALL)], "Đang đọc"),
        (lambda site: ["fix", "--content", str(SMALL)], "Đang xem"),
        (lambda site: ["audit", str(site)], "Đang đọc trang"),
    ],
)
def test_a_long_run_says_how_far_it_is(
    command: Callable[[Path], list[str]], said: str, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(command(small_site)) in (0, 1)
    text = terminal.getvalue()
    assert f"{said} [" in text
    assert text.endswith("\r\x1b[K"), "the line is left as it was"


def test_nobody_is_told_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--content", str(SMALL)])
    assert capsys.readouterr().err == ""
