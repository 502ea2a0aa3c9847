"""Latency from saving a file to the browser showing it under `mkdocs serve`.

Chromium has a procedure's page open, the record's text is changed on disk, and the clock stops when the page shows the
new words. Prints medians and the slowest.

    python benchmarks/bench_serve.py --sizes 400 6000 --rounds 9
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.bench_build import add_folder, config  # noqa: E402
from benchmarks.build import corpus  # noqa: E402


def free_port() -> int:
    """A free TCP port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(server: subprocess.Popen, address: str, seconds: float) -> None:
    """Wait until the server answers. Raises TimeoutError, or RuntimeError when it has exited."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return
        except OSError:
            time.sleep(0.5)
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
    raise TimeoutError(address)


def measure(count: int, rounds: int, folder: Path, search: bool) -> list[float]:
    """Seconds from saving to display, one per round."""
    from playwright.sync_api import sync_playwright

    content = corpus.make(folder / "content", count, base=PROJECT / "content")
    (folder / "mkdocs.yml").write_text(config(content, folder / "site", search), "utf-8")
    base = f"http://127.0.0.1:{(port := free_port())}/"
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    with (folder / "log.txt").open("w") as log:
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "serve",
            "-q",
            "-f",
            str(folder / "mkdocs.yml"),
            "-a",
            f"127.0.0.1:{port}",
        ]
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    took: list[float] = []
    try:
        wait_for(server, base, 120)
        file = sorted((content / "procedures").rglob("*.yml"))[count // 2]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page()
            page.goto(f"{base}thu-tuc/{file.stem.replace('.', '-')}/")
            for number in range(rounds):
                time.sleep(3)  # let background tasks finish
                words = f"Lần sửa thứ {number + 1}"
                text = re.sub(
                    r"(    noi_dung: )(?:Lần sửa thứ \d+, )?", rf"\1{words}, ", file.read_text("utf-8"), count=1
                )
                begun = time.perf_counter()
                file.write_text(text, "utf-8")
                page.get_by_text(words).first.wait_for(timeout=60_000)
                took.append(time.perf_counter() - begun)
            browser.close()
    finally:
        server.terminate()
        server.wait(60)
    return took


def main() -> None:
    """Run the benchmark described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[400, 6000])
    parser.add_argument("--rounds", type=int, default=9)
    add_folder(parser)
    parser.add_argument("--no-search", dest="search", action="store_false", help="without Pagefind in the background")
    args = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| records | median s | slowest s | the first |\n|---|---|---|---|")
    for count in args.sizes:
        with tempfile.TemporaryDirectory(prefix="tthc-serve-", dir=args.folder) as folder:
            took = measure(count, args.rounds, Path(folder), args.search)
        print(f"| {count} | {statistics.median(took):.2f} | {max(took):.2f} | {took[0]:.2f} |", flush=True)


if __name__ == "__main__":
    main()
