"""Median largest contentful paint of a procedure's page on a weak phone: slow 3G (400 kbit/s, 400 ms), CPU 4× slower.

Compares our page with the same record on stock Material (its theme, fonts off, search on) in the same Chromium.

    .venv/bin/python benchmarks/bench_paint.py [--short] [--site SITE]

Both sites are served compressed from this machine. The target for our page is 2.0 s.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from benchmarks.weak_phone import slow_page  # noqa: E402
from tests.support.chromium import CHROMIUM, FLAGS  # noqa: E402
from tests.support.http_server import Handler, serving  # noqa: E402

PAGE = "thu-tuc/1-001193/"
AIM = 2.0
WATCH = (
    "window.painted = 0; new PerformanceObserver((list) => "
    "{ for (const entry of list.getEntries()) window.painted = entry.startTime; })"
    ".observe({ type: 'largest-contentful-paint', buffered: true });"
)


def stock_material(ours: Path, folder: Path) -> Path:
    """Build a stock Material site with the text of our page as Markdown. Returns its folder."""
    from html.parser import HTMLParser

    class Text(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.lines: list[str] = []

        def handle_starttag(self, tag: str, attrs: list) -> None:
            self.lines.append(
                {"h1": "\n# ", "h2": "\n## ", "h3": "\n### ", "li": "\n- ", "p": "\n\n", "dt": "\n\n**", "dd": " "}.get(
                    tag, ""
                )
            )

        def handle_endtag(self, tag: str) -> None:
            self.lines.append("**: " if tag == "dt" else "")

        def handle_data(self, data: str) -> None:
            self.lines.append(" ".join(data.split()))

    html = (ours / PAGE / "index.html").read_text("utf-8")
    reader = Text()
    reader.feed(html[html.index("<article") : html.index("</article>")])
    docs = folder / "docs" / "thu-tuc"
    docs.mkdir(parents=True)
    (docs / "1-001193.md").write_text("".join(reader.lines), "utf-8")
    (folder / "docs" / "index.md").write_text("# Thủ tục\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Thủ tục\ntheme:\n  name: material\n  language: vi\n  font: false\nplugins: [search]\n", "utf-8"
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")], check=True
    )
    return folder / "site"


def paint(browser: Browser, address: str) -> float:
    """Largest contentful paint of a first visit, in seconds."""
    page = slow_page(browser)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(1500)
    milliseconds = page.evaluate("window.painted")
    page.context.close()
    return milliseconds / 1000


class Open(Handler):
    """Stock Material needs inline scripts, so it is served without our Content-Security-Policy."""

    POLICY = None


def main() -> int:
    """Print both medians; 1 when ours misses the target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="3 visits instead of 7")
    parser.add_argument("--site", type=Path, help="a built site (else it is built)")
    options = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("no chromium on this machine")
    visits = 3 if options.short else 7
    folder = Path(tempfile.mkdtemp())
    try:
        ours = options.site or folder / "ours"
        if not options.site:
            subprocess.run(
                [sys.executable, "-m", "generator", "build", "--out", str(ours)],
                cwd=PROJECT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        stock = stock_material(ours, folder / "stock")
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            with serving(ours) as here, serving(stock, Open) as there:
                own = statistics.median(paint(browser, here + PAGE) for _ in range(visits))
                other = statistics.median(paint(browser, there + PAGE) for _ in range(visits))
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"largest contentful paint, slow 3G, CPU/4, median of {visits}: ours {own:.2f} s, "
        f"stock Material {other:.2f} s ({other / own:.1f}×); aim {AIM} s"
    )
    return 0 if own <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
