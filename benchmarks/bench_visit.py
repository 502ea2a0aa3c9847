"""What a visitor with a weak phone waits for: the first answer of a search, and the second page.

    .venv/bin/python benchmarks/bench_visit.py [--rounds 5] [--site SITE] [--short] [--waterfall]

Slow 3G (400 kbit/s, 400 ms), CPU 4× slower, files compressed as a host sends them. Times are the least of the rounds,
because a loaded machine only ever adds; beside them stand what does not depend on the machine: the compressed bytes and
the requests that were answered until then, and how many of them had to wait for one another.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from benchmarks.waterfall import Waterfall  # noqa: E402
from benchmarks.weak_phone import slow_page  # noqa: E402
from tests.support.chromium import CHROMIUM, FLAGS  # noqa: E402
from tests.support.http_server import HostHandler, serving  # noqa: E402

FIRST_ANSWER = "tim-kiem/?q=khai+sinh"
RESULT = "[data-results] .tthc-item__name"
# name, first page, link
STEPS = (
    ("search result → procedure", FIRST_ANSWER, RESULT),
    ("list → procedure", "linh-vuc/ho-tich/", "main a[href*='thu-tuc/1-']"),
    ("home → guide", "", "main a[href*='huong-dan/']"),
)
PAINT = """new Promise((done) => { const look = () => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  paint ? done(paint.startTime / 1000) : setTimeout(look, 50); };
look(); })"""
SHOWN = f"""new MutationObserver(() => {{
  if (!window.shown && document.querySelector("{RESULT}")) window.shown = performance.now();
}}).observe(document, {{ subtree: true, childList: true }});"""  # asking from outside takes a slow processor 0.3 s
ANSWERED = """() => { const now = window.shown;
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const come = all.filter((one) => one.responseEnd && one.responseEnd <= now);
  return [now / 1000, come.map((one) => [one.startTime, one.responseStart, one.encodedBodySize, one.name])]; }"""
READS = 3000  # milliseconds that somebody looks at a page before choosing


def second_page(browser: Browser, site: str, path: str, link: str, way: str) -> float:
    """Seconds from the click on a link to the first paint of its page. way: how the link is followed."""
    page = slow_page(browser)
    page.goto(site + path, timeout=90_000)
    page.wait_for_selector(link, state="attached", timeout=90_000)
    page.wait_for_timeout(READS)
    href = page.eval_on_selector(link, "link => link.href")
    if way == "rests":
        page.locator(link).first.scroll_into_view_if_needed()
        page.locator(link).first.hover()
        page.wait_for_timeout(READS)
    page.eval_on_selector(link, "link => setTimeout(() => link.click(), 0)")
    page.wait_for_url(href.partition("#")[0] + "*", wait_until="commit", timeout=90_000)
    seconds = page.evaluate(PAINT)
    page.context.close()
    return float(seconds)


def first_answer(browser: Browser, site: str) -> dict[str, Any]:
    """Seconds until the first result with its facts is in the page; bytes, requests and steps of what had been answered
    by then, and the table of requests."""
    page = slow_page(browser)
    page.add_init_script(SHOWN)
    waterfall = Waterfall(page)
    page.goto(site + FIRST_ANSWER, timeout=90_000, wait_until="commit")
    page.wait_for_selector(RESULT, timeout=90_000)
    found = page.evaluate(ANSWERED)
    page.context.close()
    entries = sorted(found[1], key=lambda one: one[1])
    chain, start = 0, entries[-1][0] + 1
    for begun, end, _, _ in reversed(entries):  # backwards: each was being answered before the next was asked for
        if end <= start:
            chain, start = chain + 1, begun
    return {
        "seconds": found[0],
        "bytes": sum(one[2] for one in entries),
        "requests": len(entries),
        "steps": chain,
        "waterfall": waterfall.table(found[0]),
    }


def main() -> int:
    """Print the tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--site", type=Path, help="a built site; otherwise site/ where there is one, else it is built")
    parser.add_argument("--waterfall", action="store_true", help="the requests of the first answer, and nothing else")
    parser.add_argument("--short", action="store_true", help="one round")
    options = parser.parse_args()
    rounds = 1 if options.short else options.rounds
    with tempfile.TemporaryDirectory(prefix="tthc-bench-visit-") as name, sync_playwright() as playwright:
        folder = options.site or PROJECT / "site"
        if not folder.is_dir():
            from generator.commands._shared.build_site import build
            from generator.commands._shared.build_steps import BuildOptions

            folder = Path(name) / "site"
            build(BuildOptions(PROJECT / "content", folder, None, True, PROJECT / "mkdocs.yml"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with serving(folder, HostHandler) as site:
            answers = [first_answer(browser, site) for _ in range(rounds)]
            best = min(answers, key=lambda one: one["seconds"])
            print(
                f"First answer of /{FIRST_ANSWER}: {best['seconds']:.2f} s, {best['bytes'] / 1000:.0f} KB, "
                f"{best['requests']} requests, {best['steps']} after one another"
            )
            if options.waterfall:
                print(best["waterfall"])
                return 0
            print("\n| second page | followed at once, s | the pointer rested on the link, s |\n|---|---|---|")
            for name, path, link in STEPS:
                times = [
                    min(second_page(browser, site, path, link, way) for _ in range(rounds))
                    for way in ("at once", "rests")
                ]
                print(f"| {name} | {times[0]:.2f} | {times[1]:.2f} |", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
