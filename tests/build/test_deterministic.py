"""Equal content gives equal bytes: on a machine with another clock, locale, time zone, order of files, user and
seed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.prepare import prepare
from generator.publishing.targets.local import file_hashes
from tests.conftest import PROJECT, SMALL

MEMORY = Path("/dev/shm")  # here a folder's order is that in which its files were made


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder for the other machine's copy."""
    folder = Path(tempfile.mkdtemp(prefix="tthc-other-machine-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


def shuffled(source: Path, target: Path) -> Path:
    """A copy whose files were made in another order."""
    files = [path for path in source.rglob("*") if path.is_file()]
    random.Random(7).shuffle(files)
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return target


def build(content: Path, out: Path, *before: str, umask: int = 0o022, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [*before, sys.executable, "-m", "generator", "build", "--content", str(content), "--out", str(out)],
        cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, umask=umask, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return file_hashes(out)


def test_two_machines_build_the_same_bytes(tmp_path: Path, elsewhere: Path) -> None:
    other = shuffled(SMALL, elsewhere / "other" / "content")
    here = [path.name for path in os.scandir(SMALL / "units")]
    there = [path.name for path in os.scandir(other / "units")]
    assert sorted(here) == sorted(there)
    fake = shutil.which("faketime")
    clock = [fake, "-f", "@2031-05-06 07:08:09"] if fake else []
    first = build(SMALL, tmp_path / "site", LANG="C.UTF-8", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="1")
    second = build(
        other,
        elsewhere / "site",
        *clock,
        LANG="C",
        LC_ALL="C",
        TZ="America/St_Johns",
        PYTHONHASHSEED="2",
        USER="khac",
        HOME=str(elsewhere),
        umask=0o077,
    )
    assert len(first) > 50
    assert first == second
    if not fake:
        pytest.skip("faketime is not installed: all but the clock was compared")


def test_what_a_release_adds_is_the_same_too(tmp_path: Path, elsewhere: Path, small_site: Path) -> None:
    releases = [prepare(small_site, folder / "release") for folder in (tmp_path, elsewhere)]
    assert releases[0] == releases[1]
    assert any(name.endswith(".br") for name in releases[0]) and any(name.endswith(".gz") for name in releases[0])
