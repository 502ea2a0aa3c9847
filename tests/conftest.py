"""What the tests share: the small site in tests/sites/small, built once, and the real content, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.chromium import browser  # noqa: F401  a fixture for every folder
from tests.support.command import PROJECT, tthc
from tests.support.once import made_once

SMALL = PROJECT / "tests" / "sites" / "small" / "content"
REFERENCE = PROJECT.parent / "shared" / "reference"
DATA = PROJECT.parent / "shared" / "data"


SLOW = ("audit", "build", "hostile", "io", "publishing")  # folders that `make test-fast` leaves out


@pytest.hookimpl(trylast=True)  # after the folders have given their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow folders. Long files first: with two workers, one that began late would be waited for."""
    slow = {PROJECT / "tests" / name for name in SLOW}
    for item in items:
        if slow & set(item.path.parents):
            item.add_marker(pytest.mark.slow)
    long = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small site's content, to be changed at will."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built."""
    return made_once(tmp_path_factory, "small", lambda folder: _build(SMALL, folder / "site")) / "site"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's own content, built in strict mode."""
    return made_once(tmp_path_factory, "real", lambda folder: _build(PROJECT / "content", folder / "site")) / "site"


def _build(content: Path, out: Path) -> None:
    done = tthc("build", "--content", content, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
