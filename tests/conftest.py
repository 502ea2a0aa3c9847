"""What the tests share: the small site in tests/sites/small, built once, and the real content, built once."""

from __future__ import annotations

import gc
import pickle
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from generator.build.garbage import collect_rarely, keep_all
from generator.checks._engine.runner import check
from generator.problem import Problem
from tests.support.chromium import browser  # noqa: F401  a fixture for every folder
from tests.support.command import PROJECT, tthc
from tests.support.night import at_night
from tests.support.once import made_once
from tests.support.reports import pytest_runtest_protocol  # noqa: F401  a hook

SMALL = PROJECT / "tests" / "sites" / "small" / "content"
REFERENCE = PROJECT.parent / "shared" / "reference"
DATA = PROJECT.parent / "shared" / "data"


SLOW = ("audit", "build", "composition", "hostile", "io", "new_site", "publishing")
MARKS = {"browser": "browser", **dict.fromkeys(SLOW, "slow")}  # of folders


# The longest files in the order in which they begin, two at a time. The first builds the district's site, which the
# others in `browser` would wait for: beside it begin those that need none.
LONGEST = (
    "browser/test_offline.py",
    "hostile/test_scripts.py",
    "build/test_same_bytes.py",
    "editor/test_browser.py",
    "composition/test_unit_sites.py",
    "hostile/test_large_texts.py",
    "publishing/test_faults.py",
    "browser/test_search.py",
    "publishing/test_hindrances.py",
    "browser/test_device.py",
    "browser/test_kiosk.py",
    "hostile/test_patterns.py",
    "browser/test_tasks.py",
    "browser/test_pages_axe.py",
    "test_wheel.py",
    "publishing/test_publish.py",
    "editor/test_review.py",
    "hostile/test_fields.py",
)
# files that take ten to thirty minutes at night (docs/ci.md)
LONG_AT_NIGHT = ("hostile/test_mutations.py", "publishing/test_faults.py", "build/test_same_bytes.py")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not import the folders all of whose tests `-m` leaves out: a third of all lines, which each worker compiles
    when they are new."""
    mark = MARKS.get(collection_path.name) if collection_path.parent == PROJECT / "tests" else None
    return True if mark and f"not {mark}" in config.option.markexpr.split(" and ") else None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect tests without Python's garbage collection, leave the modules and tests out of it afterwards, and let it
    run rarely from then on: all of them stay, and looking through half a million objects again and again was a
    quarter of what collecting costs each worker."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        collect_rarely()
        keep_all()


@pytest.hookimpl(tryfirst=True)  # before pytest looks which marks are asked for
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of a folder its mark. Long files first: with two workers, one that began late would be waited
    for."""
    folders = {path: path.relative_to(PROJECT / "tests").parts[0] for path in {item.path for item in items}}
    for item in items:
        if mark := MARKS.get(folders[item.path]):
            item.add_marker(mark)
        # their build alone is half of what the fast run may take
        if {"real_site", "unit_sites"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    long = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("browser")}
    first = dict.fromkeys((*at_night(*LONG_AT_NIGHT), *LONGEST))
    place = {PROJECT / "tests" / name: place for place, name in enumerate(first)}
    items.sort(key=lambda item: (place.get(item.path, len(place)), item.path not in long))


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


@pytest.fixture(scope="session")
def real_problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Everything that the check says of the district's own content as of each day its site publishes."""

    def make(folder: Path) -> None:
        from tests.support.real_content import real_store

        first, *others = real_store().days(None)
        (folder / "problems").write_bytes(pickle.dumps(check(real_store(), first, others=others)))

    return pickle.loads((made_once(tmp_path_factory, "real-problems", make) / "problems").read_bytes())  # noqa: S301


@pytest.fixture(scope="session")
def unit_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The own sites of all communes of the district, built together; nothing else is in the folder around."""

    def make(folder: Path) -> None:
        _build(PROJECT / "content", folder / "out", "--all-units")

    return made_once(tmp_path_factory, "units", make) / "out"


@pytest.fixture(scope="session")
def commune_site(unit_sites: Path) -> Path:
    """The own site of a commune of the district, An Thanh. It is the one that would be built alone, as
    tests/composition/test_unit_sites.py shows."""
    return unit_sites / "an-thanh"


@pytest.fixture(scope="session")
def small_commune_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The own site of a commune of the small site, An Thanh, built alone."""

    def make(folder: Path) -> None:
        _build(SMALL, folder / "site", "--unit", "an-thanh")

    return made_once(tmp_path_factory, "small-unit", make) / "site"


def _build(content: Path, out: Path, *more: str) -> None:
    done = tthc("build", "--content", content, "--out", out, *more)
    assert done.returncode == 0, done.stdout + done.stderr
