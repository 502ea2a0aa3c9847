"""All communes' own sites against one: time and room. Prints ratios; both are to stay under 3.

python benchmarks/bench_communes.py [--short]"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def seconds(*words: object) -> float:
    """Wall seconds of one build."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "generator", "build", *map(str, words)], cwd=PROJECT, check=True, capture_output=True)
    return time.perf_counter() - begun


def room(folder: Path) -> int:
    """Bytes on the disk; a file under several names counts once, folders count."""
    seen = {state.st_ino: state.st_blocks for path in [folder, *folder.rglob("*")] for state in [os.lstat(path)]}
    return 512 * sum(seen.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="one line, fewer rounds")
    short = parser.parse_args().short
    with tempfile.TemporaryDirectory() as folder:
        one, every = Path(folder) / "one", Path(folder) / "all"
        content = PROJECT / "content"
        pairs = []
        for _ in range(3 if short else 7):  # taken in turns, so that a busy machine is busy for both
            pairs.append((seconds("--content", content, "--unit", "an-thanh", "--out", one), seconds("--content", content, "--all-units", "--out", every)))
        alone, together = (statistics.median(column) for column in zip(*pairs, strict=True))
        count = sum((path / "index.html").is_file() for path in every.iterdir())
        time_ratio, room_ratio = together / alone, room(every) / room(one)
    print(f"communes: {count} sites in {together:.2f} s, one in {alone:.2f} s: {time_ratio:.2f} times; room on the disk {room_ratio:.2f} times (each to be under 3)")


if __name__ == "__main__":
    main()
