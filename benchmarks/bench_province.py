"""A simulated province, built in shards (one after another; CI runs them in parallel) and merged, and in one build.

Every unit lists all procedures it receives. Prints seconds, CPU, files and megabytes.

    python benchmarks/bench_province.py
        5 districts, 115 communes, 500 procedures, 4 shards
    python benchmarks/bench_province.py --districts 20 --procedures 2000 --shards 8
        a whole province

The records are synthetic (benchmarks/build/corpus.py), the units are copies of one commune and
one district of content/.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.bench_build import add_folder, config, measured  # noqa: E402
from benchmarks.build import corpus  # noqa: E402

COMMUNES = 23  # of each district


def province(folder: Path, districts: int, procedures: int) -> Path:
    """Content with synthetic records for `districts` districts."""
    content = corpus.make(folder / "content", procedures, base=PROJECT / "content")
    for kind in ("processes", "guides"):
        shutil.rmtree(content / kind, ignore_errors=True)
    district = (content / "units" / "tu-ky.yml").read_text("utf-8")
    commune = (content / "units" / "an-thanh.yml").read_text("utf-8")
    for number in range(1, districts):
        _unit(content, f"huyen-{number}", district, f"Huyện {number}", "hai-duong")
        for at in range(COMMUNES):
            _unit(content, f"xa-{number}-{at}", commune, f"Xã {number} {at}", f"huyen-{number}")
    return content


def _unit(content: Path, slug: str, text: str, name: str, above: str) -> None:
    text = re.sub(r"^ten: .*$", f"ten: {name}", text, count=1, flags=re.M)
    text = re.sub(r"^thuoc: .*$", f"thuoc: {above}", text, count=1, flags=re.M)
    (content / "units" / f"{slug}.yml").write_text(re.sub(r"^ma_don_vi: .*\n", "", text, count=1, flags=re.M), "utf-8")


def size(folder: Path) -> tuple[int, float]:
    """(files, MB) of a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def main() -> None:
    """Run the benchmark described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--districts", type=int, default=5)
    parser.add_argument("--procedures", type=int, default=500)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--no-pagefind", dest="search", action="store_false")
    add_folder(parser)
    args = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory(prefix="tthc-province-", dir=args.folder) as place:
        folder = Path(place)
        content = province(folder, args.districts, args.procedures)
        (folder / "mkdocs.yml").write_text(config(content, folder / "site", args.search), "utf-8")
        os.chdir(folder)
        tthc, paths = [sys.executable, "-m", "generator"], {"PYTHONPATH": str(PROJECT)}
        build = [*tthc, "build", "--content", str(content), "--no-strict"]
        print("| step | wall s | CPU s | peak MB | files | MB |\n|---|---|---|---|---|---|")

        def step(name: str, command: list[str], out: Path) -> None:
            run = measured(command, paths)
            files, megabytes = size(out)
            print(
                f"| {name} | {run.wall:.1f} | {run.cpu:.1f} | {run.memory:.0f} | {files} | {megabytes:.1f} |",
                flush=True,
            )

        parts = [folder / f"part-{number}" for number in range(1, args.shards + 1)]
        for number, part in enumerate(parts, 1):
            step(
                f"shard {number}/{args.shards}",
                [*build, "--shard", f"{number}/{args.shards}", "--out", str(part)],
                part,
            )
        step(
            "merge",
            [*tthc, "merge", *map(str, parts), "--out", str(folder / "merged")]
            + ([] if args.search else ["--no-pagefind"]),
            folder / "merged",
        )
        step("one build", [*build, "--out", str(folder / "site")], folder / "site")
        shutil.rmtree(folder / "merged" / "pagefind", ignore_errors=True)
        shutil.rmtree(folder / "site" / "pagefind", ignore_errors=True)
        same = {
            path.relative_to(folder / "merged"): path.read_bytes()
            for path in (folder / "merged").rglob("*")
            if path.is_file()
        }
        whole = {
            path.relative_to(folder / "site"): path.read_bytes()
            for path in (folder / "site").rglob("*")
            if path.is_file()
        }
        print(
            "\nThe merged site and that of one build, without Pagefind's files: "
            f"{'the same bytes' if same == whole else 'DIFFERENT'}."
        )


if __name__ == "__main__":
    main()
