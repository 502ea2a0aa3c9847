"""Compiled templates that are kept are only used as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering.jinja_env import Environment


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text("một {{ x }}")
    assert Environment([str(tmp_path)]).get_template("a.html").render(x=1) == "một 1"
    return tmp_path


def test_a_kept_one_is_used(theme: Path) -> None:
    [kept] = (theme / ".cache" / "templates").iterdir()
    before = kept.stat().st_mtime_ns
    assert Environment([str(theme)]).get_template("a.html").render(x=2) == "một 2"
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("at", [0, 10, 40, 60, -3])
def test_an_altered_one_is_not(theme: Path, at: int) -> None:
    [kept] = (theme / ".cache" / "templates").iterdir()
    data = bytearray(kept.read_bytes())
    data[at] ^= 0xFF
    kept.write_bytes(data)
    assert Environment([str(theme)]).get_template("a.html").render(x=3) == "một 3"
    assert kept.read_bytes() != bytes(data), "written again"


def test_text_that_was_put_in_place_of_another_is_not(theme: Path) -> None:
    [kept] = (theme / ".cache" / "templates").iterdir()
    data = kept.read_bytes()
    assert "một".encode() in data
    kept.write_bytes(data.replace("một".encode(), b"hai "))
    assert Environment([str(theme)]).get_template("a.html").render(x=4) == "một 4"
