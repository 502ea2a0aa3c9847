"""Work shared out to forked processes.

What it buys has not been measured on a quiet machine. A child inherits everything that was read,
so nothing is sent to it; what it found comes back through a pipe. A child that dies costs time, not correctness: its share
is then done here. One process is used where forking is not safe (other threads run) or not to be had (Windows).
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
FEW = 150  # items that are not worth a process


def alone(work: Callable[[list[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """What `share_out` does, in this process only."""
    return [work(list(items))]


def share_out(work: Callable[[list[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """`work` called with disjoint parts of `items`, in as many processes as there are processors; the results, in no order
    that means anything. Raises what `work` raises."""
    count = processes() if len(items) >= FEW else 1
    if count == 1:
        return alone(work, items)
    shares = [list(items[at::count]) for at in range(count)]
    gc.collect()
    gc.freeze()  # the collector would touch, and so copy, every page of memory that parent and child have in common
    children = [_start(work, share) for share in shares[1:]]
    results: list[Result] = []
    try:
        results.append(work(shares[0]))
    finally:
        gc.unfreeze()
        back = [_wait(pid, pipe) for pid, pipe in children]
    for share, answer in zip(shares[1:], back, strict=True):
        results.append(pickle.loads(answer) if answer else work(share))
    return results


def processes() -> int:
    """How many processes to use: TTHC_PROCESSES, else the processors of this machine, at most four."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    given = os.environ.get("TTHC_PROCESSES", "")
    return int(given) if given.isdigit() and given != "0" else min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _start(work: Callable[[list[Item]], Result], share: list[Item]) -> tuple[int, BinaryIO]:
    out, into = os.pipe()
    pid = os.fork()
    if pid:
        os.close(into)
        return pid, os.fdopen(out, "rb")
    status = 1
    try:
        os.close(out)
        gc.disable()
        answer = pickle.dumps(work(share), pickle.HIGHEST_PROTOCOL)
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
