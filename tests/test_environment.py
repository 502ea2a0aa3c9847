"""scripts/environment installs into the environment of its own checkout only."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

STUB = '#!/bin/sh\necho "$(basename "$0") $*" >>"$CALLS"\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without environment, and below it `elsewhere/.venv`, whose commands only note their calls."""
    for name in ("scripts/environment", "requirements/site.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    for folder in ("elsewhere/.venv/bin", "commands"):
        (tmp_path / folder).mkdir(parents=True)
        for name in ("python", "pip", "uv"):
            (tmp_path / folder / name).write_text(STUB, "utf-8")
            (tmp_path / folder / name).chmod(0o755)
    (tmp_path / "commands/python").unlink()
    (tmp_path / ".venv").symlink_to("elsewhere/.venv")
    return tmp_path


def made(checkout: Path) -> tuple[int, str, bool]:
    """(exit code, what was written to stderr, whether anything was installed)"""
    calls = checkout / "calls"
    place = {**os.environ, "CALLS": str(calls), "PATH": f"{checkout / 'commands'}:{os.environ['PATH']}"}
    done = subprocess.run([checkout / "scripts/environment", "site"], env=place, capture_output=True, text=True)
    return done.returncode, done.stderr, calls.exists()


def test_the_environment_of_another_checkout_is_left_alone(checkout: Path) -> None:
    """Its commands would run the code of this checkout from then on."""
    (checkout / "elsewhere/scripts").mkdir()
    shutil.copy(PROJECT / "scripts/environment", checkout / "elsewhere/scripts")
    code, said, installed = made(checkout)
    assert (code, installed) == (2, False)
    assert str(checkout / "elsewhere/.venv") in said and "rm .venv" in said


def test_an_environment_on_another_disk_is_used(checkout: Path) -> None:
    code, said, installed = made(checkout)
    assert (code, installed) == (0, True), said
    assert list((checkout / "elsewhere/.venv").glob(".site-*"))
