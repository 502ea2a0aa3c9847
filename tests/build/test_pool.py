"""Sharing out changes how long it takes, never what comes of it."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from generator.build.pool import MIN_ITEMS, beside, parallel_map, process_count

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests leave threads behind (a browser, a server); what is forked here does not touch them."""
    monkeypatch.setattr("generator.build.pool.threading.active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
def test_every_item_is_worked_on_once_whatever_the_number_of_processes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    items = list(range(3 * MIN_ITEMS))
    for count in (1, 2, 3):
        monkeypatch.setenv("TTHC_PROCESSES", str(count))
        seen = tmp_path / str(count)
        seen.mkdir()

        def work(part: list[int], seen: Path = seen, count: int = count) -> tuple[int, list[int]]:
            (seen / str(os.getpid())).touch()
            for _ in range(1000):  # nobody takes a second part before everybody has one
                if len(list(seen.iterdir())) == count:
                    break
                time.sleep(0.02)
            return os.getpid(), [item * 2 for item in part]

        parts = parallel_map(work, items)
        assert sorted(item for _, part in parts for item in part) == [item * 2 for item in items]
        assert len({pid for pid, _ in parts}) == count


@pytest.mark.usefixtures("alone")
def test_the_share_of_a_child_that_dies_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    parent = os.getpid()

    def work(part: list[int]) -> list[int]:
        if os.getpid() != parent:
            os._exit(9)
        return part

    assert sorted(item for part in parallel_map(work, range(MIN_ITEMS)) for item in part) == list(range(MIN_ITEMS))


@pytest.mark.usefixtures("alone")
def test_what_a_child_raises_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")

    def work(part: list[int]) -> None:
        if MIN_ITEMS - 1 in part:
            raise ValueError("đúng lỗi này")

    with pytest.raises(ValueError, match="đúng lỗi này"):
        parallel_map(work, range(MIN_ITEMS))


def test_no_process_is_forked_beside_other_threads_nor_for_few_items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    assert parallel_map(lambda part: os.getpid(), range(MIN_ITEMS - 1)) == [os.getpid()]
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert process_count() == 1
    finally:
        stop.set()
        thread.join()


@pytest.mark.usefixtures("alone")
def test_two_things_are_done_at_the_same_time_in_two_processes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    begun = tmp_path / "begun"

    def work() -> tuple[int, bool]:
        for _ in range(1000):
            if begun.exists():
                break
            time.sleep(0.02)
        return os.getpid(), begun.exists()

    (pid, met), other = beside(work, lambda: (begun.touch(), os.getpid())[1])
    assert (met, other) == (True, os.getpid()) and pid != other


@pytest.mark.usefixtures("alone")
def test_what_a_process_beside_left_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    parent = os.getpid()

    def dies() -> int:
        if os.getpid() != parent:
            os._exit(9)
        return 7

    def fails() -> None:
        raise ValueError("đúng lỗi này")

    assert beside(dies, lambda: 8) == (7, 8)
    with pytest.raises(ValueError, match="đúng lỗi này"):
        beside(fails, lambda: 8)
    monkeypatch.setenv("TTHC_PROCESSES", "1")
    assert beside(dies, lambda: 8) == (7, None), "where no process is forked nothing is done ahead"


@pytest.mark.usefixtures("alone")
def test_no_process_is_left_beside_one_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    fork, forked = os.fork, list[int]()

    def noted_fork() -> int:
        forked.append(pid := fork())
        return pid

    def fails() -> None:
        raise ValueError("đúng lỗi này")

    monkeypatch.setattr("generator.build.pool.os.fork", noted_fork)
    with pytest.raises(ValueError, match="đúng lỗi này"):
        beside(lambda: time.sleep(600), fails)
    assert len(forked) == 1
    with pytest.raises(ChildProcessError):  # it has been waited for
        os.waitpid(forked[0], os.WNOHANG)
