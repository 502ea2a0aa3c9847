"""The exchange of sites: readers never miss it, a kill at any moment is put right by the next command, and what only
looks like a
leftover stays.

TTHC_KILLS=200 sets the number of kills; the default keeps the suite quick."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.io import mark, staging
from generator.io.guard import OutputRefused
from generator.io.staging import HELD, MAGIC, NEW, Staging, exchange, recover
from tests.conftest import PROJECT, SMALL, tthc

KILLS = int(os.environ.get("TTHC_KILLS", "0")) or 8
FILES = 40
BUILDER = f"""
import sys
from pathlib import Path
from generator.io import staging
if sys.argv[2] == "two":
    staging.exchange = lambda one, other: False
number = 0
while True:
    with staging.Staging(Path(sys.argv[1])) as room:
        for name in range({FILES}):
            file = room.folder / str(name % 7) / f"{{name}}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text(str(number))
        room.commit()
    number += 1
    print(number, flush=True)
"""


def make(out: Path, text: str) -> None:
    with Staging(out) as room:
        (room.folder / "index.html").write_text(text)
        room.commit()


def can_exchange(folder: Path) -> bool:
    (folder / "x1").mkdir()
    (folder / "x2").mkdir()
    able = exchange(folder / "x1", folder / "x2")
    (folder / "x1").rmdir()
    (folder / "x2").rmdir()
    return able


def test_new_and_again(tmp_path: Path) -> None:
    make(tmp_path / "deep" / "site", "1")
    make(tmp_path / "deep" / "site", "2")
    assert (tmp_path / "deep" / "site" / "index.html").read_text() == "2"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["site"]


def test_in_two_steps_where_there_is_no_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "exchange", lambda one, other: False)
    make(tmp_path / "site", "1")
    make(tmp_path / "site", "2")
    assert (tmp_path / "site" / "index.html").read_text() == "2"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("way", ["one", "two"])
def test_killed_at_any_moment(way: str, tmp_path: Path) -> None:
    """A process that replaces the site again and again is killed; a reader looks all the time."""
    site, stop, missed = tmp_path / "site", threading.Event(), []
    make(site, "0")
    watched = way == "one" and can_exchange(tmp_path)

    def look() -> None:
        while not stop.is_set():
            try:
                os.stat(site)
            except FileNotFoundError:
                missed.append(1)

    reader = threading.Thread(target=look)
    reader.start()
    draw = random.Random(int(os.environ.get("TTHC_SEED", "16")))
    try:
        for _ in range(KILLS):
            builder = subprocess.Popen(
                [sys.executable, "-c", BUILDER, str(site), way], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(PROJECT)}  # noqa: E501
            )  # fmt: skip
            assert builder.stdout
            builder.stdout.readline()
            time.sleep(draw.random() * 0.03)
            builder.send_signal(signal.SIGKILL)
            builder.wait()
            builder.stdout.close()
            recover(site)
            assert [path.name for path in tmp_path.iterdir()] == ["site"]
            listed = mark.read(site)
            assert listed is not None and len(listed) == FILES
            assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} == listed | {
                mark.MARK
            }
            assert len({(site / name).read_text() for name in listed}) == 1, "one site, not parts of two"
    finally:
        stop.set()
        reader.join()
    assert not (watched and missed), "a reader found no site"


def test_killed_between_the_two_renames(tmp_path: Path) -> None:
    """The next command, whichever, puts the old site back."""
    shutil.copytree(SMALL, tmp_path / "content")
    assert tthc("build", cwd=tmp_path).returncode == 0
    code = BUILDER.replace("number = 0", "real = staging.os.rename\ndef rename(a, b):\n    real(a, b)\n    staging.os.kill(staging.os.getpid(), 9)\nstaging.os.rename = rename\nnumber = 0")  # fmt: skip  # noqa: E501
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "site"), "two"], env={**os.environ, "PYTHONPATH": str(PROJECT)}
    )
    assert done.returncode == -9 and not (tmp_path / "site").exists()
    assert tthc("audit", "site", cwd=tmp_path).returncode in (0, 1)
    assert (tmp_path / "site" / "index.html").is_file()
    assert not list(tmp_path.glob("site.*"))


def leftover(folder: Path, held: bytes | None = MAGIC) -> Path:
    (folder / NEW / "thu-tuc").mkdir(parents=True)
    (folder / NEW / "thu-tuc" / "a.html").write_text("nửa chừng")
    if held is not None:
        (folder / HELD).write_bytes(held)
    return folder


def test_leftovers_of_dead_processes_go(tmp_path: Path) -> None:
    leftover(tmp_path / "site.part-4194304")
    leftover(tmp_path / "site.part-12-3")
    (tmp_path / "site.part-13").mkdir()
    (tmp_path / "site.part-14").mkdir()
    (tmp_path / "site.part-14" / HELD).write_bytes(b"")
    make(tmp_path / "site", "1")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_that_only_look_like_leftovers_stay(tmp_path: Path) -> None:
    make(tmp_path / "site", "1")
    shutil.copytree(tmp_path / "site", tmp_path / "site.old-1")
    shutil.copytree(tmp_path / "site", tmp_path / "site.part-2")
    leftover(tmp_path / "site.part-3", held=None)
    leftover(tmp_path / "site.part-4", held=b"")
    leftover(tmp_path / "site.part-x")
    leftover(tmp_path / "other.part-5")
    leftover(tmp_path / "real")
    (tmp_path / "site.part-6").symlink_to("real")
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    make(tmp_path / "site", "2")
    assert sorted(str(path) for path in tmp_path.rglob("*")) == before


def test_the_folder_of_a_living_process_stays(tmp_path: Path) -> None:
    with Staging(tmp_path / "site") as first:
        (first.folder / "index.html").write_text("1")
        make(tmp_path / "site", "2")
        recover(tmp_path / "site")
        first.commit()
    assert (tmp_path / "site" / "index.html").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("way", ["one", "two"])
def test_what_somebody_laid_there_is_kept_even_after_a_kill(way: str, tmp_path: Path) -> None:
    make(tmp_path / "site", "1")
    (tmp_path / "site" / "cua-toi.txt").write_text("của tôi")
    code = BUILDER.replace("number = 0", "real = staging.swap\ndef swap(*a):\n    real(*a)\n    staging.os.kill(staging.os.getpid(), 9)\nstaging.swap = swap\nnumber = 0")  # fmt: skip  # noqa: E501
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "site"), way], env={**os.environ, "PYTHONPATH": str(PROJECT)}
    )
    assert done.returncode == -9
    recover(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.giu-lai"]
    assert (tmp_path / "site.giu-lai" / "cua-toi.txt").read_text() == "của tôi"
    assert [path.name for path in (tmp_path / "site.giu-lai").iterdir()] == ["cua-toi.txt"]


def test_a_folder_that_came_in_the_last_moment_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not can_exchange(tmp_path):
        pytest.skip("no exchange here")
    make(tmp_path / "site", "1")
    real, calls = staging.exchange, []

    def late(one: Path, other: Path) -> bool:
        if not calls:
            other.rename(tmp_path / "theirs-before")
            other.mkdir()
            (other / "cua-toi.txt").write_text("của tôi")
        calls.append(1)
        return real(one, other)

    monkeypatch.setattr(staging, "exchange", late)
    with pytest.raises(OutputRefused):
        make(tmp_path / "site", "2")
    assert (tmp_path / "site" / "cua-toi.txt").read_text() == "của tôi"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "theirs-before"]


def test_a_place_where_nothing_can_be_made_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As /proc is, where even root may make nothing."""

    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputRefused, match="không có tệp hay thư mục ấy"):
        staging.Staging(tmp_path / "site")
