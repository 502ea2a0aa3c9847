"""A test that fails once is named; it fails the run at night."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

TESTS = """
from pathlib import Path

def test_that_passes():
    pass

def test_that_passes_the_second_time():
    seen = Path("seen").exists()
    Path("seen").touch()
    assert seen

def test_that_fails():
    assert {passes}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("passes", "night", "code"), [(True, False, 0), (True, True, 1), (False, False, 1)])
def test_what_passes_the_second_time_only_is_named(tmp_path: Path, passes: bool, night: bool, code: int) -> None:
    (tmp_path / "test_x.py").write_text(TESTS.format(passes=passes), "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "TTHC_NIGHT" and "PYTEST" not in name}
    environment |= {"PYTHONPATH": str(PROJECT)} | ({"TTHC_NIGHT": "1"} if night else {})
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # their import is half of such a run
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.twice", "-q", "--rootdir", "."],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    last = done.stdout.rpartition("Không ổn định")[2].splitlines()[1:]
    assert [line.strip() for line in last] == ["test_x.py::test_that_passes_the_second_time"]


def test_the_night_runs_every_test_at_full_length() -> None:
    recipe = (PROJECT / "Makefile").read_text("utf-8").partition("\nnightly:")[2].partition("\n\n")[0]
    for name in ("TTHC_NIGHT=1", "TTHC_FUZZ=", "TTHC_KILLS=", "TTHC_ROUNDS=", "TTHC_ALL=1"):
        assert name in recipe, name
    assert recipe.endswith("-m tests.support.twice $(PARALLEL)"), "all folders"
