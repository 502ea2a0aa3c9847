"""Run time of `tthc check FILE` (editors) and `tthc check` (CI), on the real content and among synthetic records.

    python benchmarks/bench_check.py --sizes 2000 6000 --rounds 9

The first check reads all files and keeps what it found of each in the cache; later ones read those that changed.
Prints medians; the runs of all contents are interleaved.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.bench_build import Run, add_folder, measured  # noqa: E402
from benchmarks.build import corpus  # noqa: E402


def main() -> None:
    """Run the benchmark described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 6000])
    parser.add_argument("--rounds", type=int, default=9)
    add_folder(parser)
    args = parser.parse_args()
    sizes, rounds = ([600], 1) if args.short else (args.sizes, args.rounds)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory(prefix="tthc-bench-", dir=args.folder) as folder:
        real = Path(folder) / "real" / "content"
        shutil.copytree(PROJECT / "content", real)
        contents = {"real content": real} | {
            f"{size} made-up": corpus.make(Path(folder) / str(size) / "content", size, base=PROJECT / "content")
            for size in sizes
        }
        runs: dict[tuple[str, str], list[Run]] = {}
        for _ in range(rounds):
            for name, content in contents.items():
                files = sorted((content / "procedures").rglob("*.yml"))
                shutil.rmtree(content.parent / ".cache", ignore_errors=True)
                other, edited = files[len(files) // 3], files[len(files) // 4]
                for what, checked in (
                    ("first FILE", [files[len(files) // 2]]),
                    ("next FILE", [other]),
                    ("edited FILE", [edited]),
                    ("everything", []),
                ):
                    if checked == [edited]:
                        edited.write_text(edited.read_text("utf-8") + "# sửa\n", "utf-8")
                    runs.setdefault((name, what), []).append(_check(content, checked))
        print("| content | check of | wall s | CPU s | peak MB |\n|---|---|---|---|---|")
        for (name, what), measurements in runs.items():
            wall, cpu, memory = (
                statistics.median(getattr(run, part) for run in measurements) for part in ("wall", "cpu", "memory")
            )
            print(f"| {name} | {what} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |")


def _check(content: Path, files: list[Path]) -> Run:
    return measured(
        [sys.executable, "-m", "generator", "check", "--content", str(content), *map(str, files)],
        {"PYTHONPATH": str(PROJECT)},
    )


if __name__ == "__main__":
    main()
