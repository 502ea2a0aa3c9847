"""The real content of this repository with all it publishes, from nothing and after one changed fee, beside Hugo's
build of made-up records (2,000) in the same run.

    python benchmarks/bench_real.py --hugo /path/to/hugo [--rounds 3] [--folder /dev/shm]
    python benchmarks/bench_real.py --short                  one round, without Hugo

Ours: pages, past editions, printed sheets, lists, feeds, open data, the title index; Pagefind is left out (`--pagefind`
adds it). "From nothing" is without `.cache` and without a site; "a changed fee" builds again into both. Medians of
interleaved rounds; aims: 0.8 of Hugo's wall time from nothing, 0.12 after a fee.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.bench_build import Run, add_folder, config, measured  # noqa: E402
from benchmarks.build import corpus, hugo_site  # noqa: E402

FEE = "procedures/ho-tich/1.001193.yml"
BUILD = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"]


def ours(folder: Path) -> Run:
    """One build of the site in `folder`, in which it keeps its cache."""
    os.chdir(folder)
    return measured(BUILD, {"PYTHONPATH": str(PROJECT)})


def from_nothing(folder: Path) -> Run:
    """A build without a cache and without a site."""
    for name in (".cache", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return ours(folder)


def after_a_fee(folder: Path) -> Run:
    """A build after the amount of one fee has changed."""
    file = folder / "content" / FEE
    text = file.read_text("utf-8")
    changed = re.sub(r"(muc_thu: )(\d+)", lambda found: f"{found[1]}{int(found[2]) + 1000}", text, count=1)
    if changed == text:
        raise LookupError(f"{FEE} has no fee")
    file.write_text(changed, "utf-8")
    return ours(folder)


def hugo_beside(hugo: str, count: int, folder: Path) -> list[str]:
    """Write Hugo's site of `count` records, with the frame of our build of a few of them. Returns its command."""
    few, many = folder / "few", folder / "many"
    for place, records in ((few, 20), (many, count)):
        place.mkdir()
        corpus.make(place / "content", records, base=PROJECT / "content")
    (few / "mkdocs.yml").write_text(config(few / "content", few / "site", False), "utf-8")
    from_nothing(few)
    hugo_site.make(many / "content", few / "site", folder / "hugo")
    return [hugo, "--source", str(folder / "hugo"), "--destination", str(folder / "hugo-out"), "--quiet"]


def main() -> None:
    """Run the benchmark described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--records", type=int, default=2000, help="of Hugo's site")
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--pagefind", action="store_true", help="with Pagefind's index")
    add_folder(parser)
    args = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory(prefix="tthc-bench-", dir=args.folder) as name:
        folder = Path(name)
        real = folder / "real"
        shutil.copytree(PROJECT / "content", real / "content")
        (real / "mkdocs.yml").write_text(config(real / "content", real / "site", args.pagefind), "utf-8")
        command = hugo_beside(args.hugo, args.records, folder) if args.hugo and not args.short else []
        runs: dict[str, list[Run]] = {}
        for _ in range(1 if args.short else args.rounds):
            runs.setdefault("ours, from nothing", []).append(from_nothing(real))
            runs.setdefault("ours, a changed fee", []).append(after_a_fee(real))
            if command:
                shutil.rmtree(folder / "hugo-out", ignore_errors=True)
                runs.setdefault(f"Hugo, {args.records} records", []).append(measured(command))
        print(table(runs))
        os.chdir(PROJECT)


def table(runs: dict[str, list[Run]]) -> str:
    """The medians as a table in Markdown, with their ratio to the last program if that is Hugo."""
    lines = ["| program | wall s | CPU s | peak MB | wall : Hugo | CPU : Hugo |", "|---|---|---|---|---|---|"]
    *_, last = runs
    for name, list_of in runs.items():
        values = [statistics.median(getattr(run, what) for run in list_of) for what in ("wall", "cpu", "memory")]
        beside = [statistics.median(getattr(run, what) for run in runs[last]) for what in ("wall", "cpu")]
        ratios = [f"{value / one:.2f}" if last.startswith("Hugo") else "–" for value, one in zip(values, beside)]  # noqa: B905
        lines.append(f"| {name} | {values[0]:.2f} | {values[1]:.2f} | {values[2]:.0f} | {ratios[0]} | {ratios[1]} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
