"""Work shared out to forked processes.

A child inherits everything that was read, so nothing is sent to it; what it found comes back through a pipe. A child that dies
costs time, not correctness: what it took is then done here. One process is used where forking is not safe (other threads run) or not to be had (Windows).
"""

from __future__ import annotations

import gc
import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MIN_ITEMS = 150  # items that are not worth a process
BATCH = 50  # items taken at once


def serial_map(work: Callable[[list[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """What `share_out` does, in this process only."""
    return [work(list(items))]


def parallel_map(
    work: Callable[[list[Item]], Result],
    items: Sequence[Item],
    told: Callable[[int, int], None] = lambda done, total: None,
    most: int = BATCH,
    least: int = 1,
    meanwhile: Callable[[], None] | None = None,
) -> list[Result]:
    """`work` called with disjoint parts of `items`, in as many processes as there are processors; the results, in the order
    of the parts. told: is told how many parts were taken, of how many; most, least: items in a part; meanwhile: what this process does first, while the
    others begin. Raises what `work` raises.

    Every process takes the next part when it is done with its own, from a pipe that holds their numbers: a heavy part or a busy
    processor keeps nobody waiting."""
    count = process_count() if len(items) >= MIN_ITEMS else 1
    if count == 1:
        if meanwhile:
            meanwhile()
        return serial_map(work, items)
    parts = _parts(items, count, most, least)
    take, put = os.pipe()
    os.write(put, b"".join(number.to_bytes(2, "big") for number in range(len(parts))))
    os.close(put)  # a process that finds the pipe empty is done
    collects = gc.isenabled()
    gc.disable()  # the collector would touch, and so copy, every page of memory that parent and child have in common
    children = [_start(work, parts, take) for _ in range(count - 1)]
    done: dict[int, Result] = {}
    try:
        if meanwhile:
            meanwhile()
        done = _work(work, parts, take, told)
    finally:
        os.close(take)
        if collects:
            gc.enable()
        for pid, pipe in children:
            answer = _wait(pid, pipe)
            done |= pickle.loads(answer) if answer else {}
    return [done[number] if number in done else work(part) for number, part in enumerate(parts)]


def _parts(items: Sequence[Item], count: int, most: int, least: int) -> list[list[Item]]:
    """Large parts first, small ones at the end, so that all processes are done at the same time."""
    parts: list[list[Item]] = []
    least, at = max(least, len(items) >> 14), 0  # the numbers of all parts fit into a pipe
    while at < len(items):
        size = max(least, min(most, (len(items) - at) // (3 * count)))
        parts.append(list(items[at : at + size]))
        at += size
    return parts


def _work(
    work: Callable[[list[Item]], Result],
    parts: list[list[Item]],
    take: int,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> dict[int, Result]:
    """Take parts until none is left; what came of each."""
    done: dict[int, Result] = {}
    while number := os.read(take, 2):
        at = int.from_bytes(number, "big")
        told(at, len(parts))
        done[at] = work(parts[at])
    return done


def process_count() -> int:
    """How many processes to use: TTHC_PROCESSES, else the processors of this machine, at most four."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    given = os.environ.get("TTHC_PROCESSES", "")
    return (
        int(given)
        if given.isdigit() and given != "0"
        else min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    )


def _start(work: Callable[[list[Item]], Result], parts: list[list[Item]], take: int) -> tuple[int, BinaryIO]:
    out, into = os.pipe()
    pid = os.fork()
    if pid:
        os.close(into)
        return pid, os.fdopen(out, "rb")
    status = 1
    try:
        os.close(out)
        answer = pickle.dumps(_work(work, parts, take), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)  # no clean-up of what belongs to the parent: buffers, temporary folders


def _wait(pid: int, pipe: BinaryIO) -> bytes:
    """The answer of a child, or nothing when it failed."""
    with pipe:
        answer = pipe.read()
    _, status = os.waitpid(pid, 0)
    return answer if status == 0 else b""
