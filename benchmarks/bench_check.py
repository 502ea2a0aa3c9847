"""Checking against loading: 6,000 records made from the district's own, all rules, one process.

    .venv/bin/python benchmarks/bench_check.py [--records 6000] [--short] [--worst]

Prints both times and their ratio; the aim is that checking takes at most twice as long as loading. --short uses 1,000
records; --worst makes every record wrong in a dozen places, so that positions have to be worked out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from generator.reading.folder import read_folder  # noqa: E402
from generator.rules.run import check  # noqa: E402

AIM = 2.0


def make(folder: Path, count: int, worst: bool) -> Path:
    """The district's content with its procedures repeated under new codes and names until there are `count`."""
    content = folder / "content"
    shutil.copytree(PROJECT / "content", content)
    files = sorted((content / "procedures").rglob("*.yml"))
    originals = [(file.parent, file.stem, file.read_text("utf-8")) for file in files]
    for number in range(len(files), count):
        place, code, text = originals[number % len(originals)]
        fresh = f"8.{number:06}"
        text = text.replace(f'"{code}"', f'"{fresh}"', 1).replace(
            "\nten_thu_tuc: ", f"\nten_thu_tuc: Việc thứ {number} – ", 1
        )
        if worst:
            text = (
                text.replace("nguoi_thuc_hien: cơ quan", "nguoi_thuc_hien: chưa rõ")
                .replace("ban_chinh: 1", "ban_chinh: 0")
                .replace(" và ", "  và ")
            )
        (place / f"{fresh}.yml").write_text(text, "utf-8")
    return content


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=6000)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--worst", action="store_true")
    args = parser.parse_args()
    count = min(args.records, 1000) if args.short else args.records
    with tempfile.TemporaryDirectory() as folder:
        content = make(Path(folder), count, args.worst)
        read_folder(content)  # once for the disk's cache and for imports
        load = validate = cpu_load = cpu_validate = float("inf")
        for _ in range(3):
            start, cpu_start = time.perf_counter(), time.process_time()
            store = read_folder(content)
            middle, cpu_middle = time.perf_counter(), time.process_time()
            problems = check(store, dt.date(2023, 12, 31))
            end, cpu_end = time.perf_counter(), time.process_time()
            load, validate = min(load, middle - start), min(validate, end - middle)
            cpu_load, cpu_validate = min(cpu_load, cpu_middle - cpu_start), min(cpu_validate, cpu_end - cpu_middle)
    ratio = validate / load
    print(
        f"check: {count} procedures: load {load:.2f} s, check {validate:.2f} s ({len(problems)} findings), ratio {ratio:.2f} (aim ≤ {AIM}); "
        f"processor time {cpu_load:.2f} s and {cpu_validate:.2f} s, ratio {cpu_validate / cpu_load:.2f}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
