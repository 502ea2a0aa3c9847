"""A pool of forked worker processes.

A child inherits the parent's memory, so no input is sent to it; its results come back through a pipe. If a child dies,
the parent repeats its batches. Where forking is unsafe (other threads are running) or unavailable (Windows), everything
is done in one process."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO, TypeVar

from generator.build import garbage
from generator.progress import ProgressCallback, no_progress

Item = TypeVar("Item")
Result = TypeVar("Result")
Other = TypeVar("Other")
MIN_ITEMS = 150  # with fewer items, forking does not pay
BATCH = 50  # items per batch


def parallel_map(
    work: Callable[[list[Item]], Result],
    items: Sequence[Item],
    on_progress: ProgressCallback = no_progress,
    max_batch: int = BATCH,
    min_items: int = MIN_ITEMS,
) -> list[Result]:
    """Call `work` with disjoint batches of `items`, in as many processes as there are processors. Returns the results
    in the order of the batches. on_progress: called with the number of batches taken and their total; max_batch: items
    per batch; min_items: with fewer, this process works alone. Raises what `work` raises.

    Every process takes its next batch from a pipe that holds the batch numbers, so a slow batch or a busy processor
    delays nobody else."""
    count = process_count() if len(items) >= min_items else 1
    if count == 1:
        on_progress(0, 1)
        return [work(list(items))]
    batches = _batches(items, count, max_batch)
    take, put = os.pipe()
    os.write(put, b"".join(number.to_bytes(2, "big") for number in range(len(batches))))
    os.close(put)  # an empty pipe ends a worker
    garbage.keep_all()
    children = [_start(partial(_run_batches, work, batches, take)) for _ in range(count - 1)]
    done: dict[int, Result] = {}
    try:
        done = _run_batches(work, batches, take, on_progress)
    finally:
        os.close(take)
        for pid, pipe in children:
            answer = _wait(pid, pipe)
            done |= pickle.loads(answer) if answer else {}
    return [done[number] if number in done else work(batch) for number, batch in enumerate(batches)]


def beside(work: Callable[[], Result], meanwhile: Callable[[], Other]) -> tuple[Result, Other | None]:
    """Do `work` in a forked process and `meanwhile` in this one, and return what both return. Where no process can be
    forked, `work` is done here and nothing meanwhile; here it is repeated, too, if the process dies. Raises what either
    raises."""
    if process_count() == 1:
        return work(), None
    garbage.keep_all()
    pid, pipe = _start(work)
    try:
        other = meanwhile()
    except BaseException:
        os.kill(pid, signal.SIGKILL)
        _wait(pid, pipe)
        raise
    answer = _wait(pid, pipe)
    return pickle.loads(answer) if answer else work(), other


def _batches(items: Sequence[Item], count: int, max_batch: int) -> list[list[Item]]:
    """Large batches first, small ones at the end, so that all processes finish at the same time."""
    batches: list[list[Item]] = []
    min_batch, at = max(1, len(items) >> 14), 0  # the numbers of all batches must fit into a pipe
    while at < len(items):
        size = max(min_batch, min(max_batch, (len(items) - at) // (3 * count)))
        batches.append(list(items[at : at + size]))
        at += size
    return batches


def _run_batches(
    work: Callable[[list[Item]], Result],
    batches: list[list[Item]],
    take: int,
    on_progress: ProgressCallback = no_progress,
) -> dict[int, Result]:
    """Take batches until none is left. Returns the results by batch number."""
    done: dict[int, Result] = {}
    while number := os.read(take, 2):
        at = int.from_bytes(number, "big")
        on_progress(at, len(batches))
        done[at] = work(batches[at])
    return done


def process_count() -> int:
    """Number of processes: TTHC_PROCESSES, else the number of processors, at most four."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    setting = os.environ.get("TTHC_PROCESSES", "")
    if setting.isdigit() and setting != "0":
        return int(setting)
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _start(work: Callable[[], object]) -> tuple[int, BinaryIO]:
    """Fork a process that does `work`. Returns its number and the pipe through which the pickled result comes."""
    out, into = os.pipe()
    pid = os.fork()
    if pid:
        os.close(into)
        return pid, os.fdopen(out, "rb")
    status = 1
    try:
        os.close(out)
        answer = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)  # skip clean-up: buffers and temporary folders belong to the parent


def _wait(pid: int, pipe: BinaryIO) -> bytes:
    """The output of a child; empty if it failed."""
    with pipe:
        answer = pipe.read()
    _, status = os.waitpid(pid, 0)
    return answer if status == 0 else b""
