"""All communes' own sites against one: build time and disk use. Prints ratios; both should stay under 3.

python benchmarks/bench_communes.py [--short]"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def seconds(*words: object) -> tuple[float, float]:
    """Wall and CPU seconds of one build with its child processes, in an empty folder so that there is no cache."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as empty:
        command = [sys.executable, "-m", "generator", "build", *map(str, words)]
        subprocess.run(
            command, cwd=empty, env=os.environ | {"PYTHONPATH": str(PROJECT)}, check=True, capture_output=True
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def room(folder: Path) -> int:
    """Bytes on disk, with folders; hard-linked files count once."""
    blocks = {state.st_ino: state.st_blocks for path in [folder, *folder.rglob("*")] for state in [os.lstat(path)]}
    return 512 * sum(blocks.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="one line, fewer rounds")
    short = parser.parse_args().short
    with tempfile.TemporaryDirectory() as folder:
        one, every = Path(folder) / "one", Path(folder) / "all"
        content = PROJECT / "content"
        pairs = []
        for _ in range(3 if short else 7):  # interleaved, so that load affects both alike
            pairs.append(
                (
                    seconds("--content", content, "--unit", "an-thanh", "--out", one),
                    seconds("--content", content, "--all-units", "--out", every),
                )
            )
        (alone, alone_cpu), (together, together_cpu) = (
            [statistics.median(kind) for kind in zip(*column, strict=True)] for column in zip(*pairs, strict=True)
        )
        count = sum((path / "index.html").is_file() for path in every.iterdir())
        time_ratio, room_ratio = together / alone, room(every) / room(one)
        megabytes = [room(folder) / 1e6 for folder in (one, every)]
    print(
        f"communes: {count} sites in {together:.2f} s, one in {alone:.2f} s: {time_ratio:.2f} times; "
        f"CPU {together_cpu:.2f} s, {alone_cpu:.2f} s: {together_cpu / alone_cpu:.2f} times; "
        f"room on the disk {megabytes[1]:.1f} MB, {megabytes[0]:.1f} MB: {room_ratio:.2f} times (each to be under 3); "
        f"load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
