"""With several processes too, what did not pass is counted, in the setup and teardown of a test as in its call."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

TESTS = """
import pytest

@pytest.fixture
def broken():
    raise ValueError("in the setup")

@pytest.fixture
def broken_end():
    yield
    raise ValueError("in the teardown")

def test_passes():
    pass

def test_fails():
    raise ValueError("in the call")

def test_setup(broken):
    pass

def test_teardown(broken_end):
    pass

def test_both(broken_end):
    raise ValueError("in the call")

@pytest.mark.skip(reason="before it begins")
def test_skipped():
    pass

@pytest.mark.xfail(strict=True)
def test_fails_as_expected():
    raise ValueError
"""


@pytest.mark.parametrize("processes", [[], ["-p", "xdist", "-n", "1"]], ids=["one", "several"])
def test_what_did_not_pass_is_counted(tmp_path: Path, processes: list[str]) -> None:
    (tmp_path / "test_x.py").write_text(TESTS, "utf-8")
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    environment |= {"PYTHONPATH": str(PROJECT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--rootdir", ".", "-p", "tests.support.reports", *processes],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    assert last.startswith("2 failed, 2 passed, 1 skipped, 1 xfailed, 3 errors in "), done.stdout
    failed = (tmp_path / ".pytest_cache/v/cache/lastfailed").read_text("utf-8")
    assert sorted(name for name in ("fails", "setup", "teardown", "both") if f"::test_{name}\"" in failed) == [
        "both", "fails", "setup", "teardown",
    ]  # fmt: skip
