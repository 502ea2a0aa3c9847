"""What the tests share: the small site in tests/sites/small, built once, and the real content, built once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.chromium import browser  # noqa: F401  a fixture for every folder

PROJECT = Path(__file__).resolve().parents[1]
SMALL = PROJECT / "tests" / "sites" / "small" / "content"
REFERENCE = PROJECT.parent / "shared" / "reference"
DATA = PROJECT.parent / "shared" / "data"


def tthc(*words: object, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run the command line as an editor would."""
    command = [sys.executable, "-m", "generator", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=600)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small site's content, to be changed at will."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built."""
    return _built(SMALL, tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's own content, built in strict mode."""
    return _built(PROJECT / "content", tmp_path_factory.mktemp("real") / "site")


def _built(content: Path, out: Path) -> Path:
    done = tthc("build", "--content", content, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out
