"""What the first visit of a procedure's page costs: ours, stock Material, govuk-frontend, with the same text.

    .venv/bin/python benchmarks/bench_weight.py --site SITE [--govuk node_modules/govuk-frontend] [--short]

Bytes as they go over the line (gzip) and requests, as Chromium counts them on an empty cache, at the width of a phone.
govuk-frontend is its page template with its whole style sheet and script, as its guide says; npm has it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from benchmarks.bench_paint import PAGE, stock_material  # noqa: E402
from tests.support.chromium import CHROMIUM, FLAGS  # noqa: E402
from tests.support.http_server import Handler, serving  # noqa: E402

GOVUK = """<!DOCTYPE html><html lang="vi" class="govuk-template"><head><meta charset="utf-8"><title>Thủ tục</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="/govuk-frontend.min.css"></head><body class="govuk-template__body">
<script src="/supported.js"></script>
<header class="govuk-header">
<div class="govuk-header__container govuk-width-container">Thủ tục hành chính</div></header>
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">{text}</main></div>
<footer class="govuk-footer"><div class="govuk-width-container"></div></footer>
<script type="module" src="/start.js"></script></body></html>"""
SUPPORTED = "document.body.className += ' js-enabled govuk-frontend-supported';"
START = "import { initAll } from './govuk-frontend.min.js'; initAll();"
CLASSES = {"h1": "heading-xl", "h2": "heading-l", "h3": "heading-m"}
CLASSES |= {"p": "body", "ul": "list", "a": "link", "table": "table"}


class AnyHandler(Handler):
    """Without our policy, which others' pages do not fit."""

    POLICY = None


def govuk(ours: Path, package: Path, folder: Path) -> Path:
    """A site of govuk-frontend with the text of our page. Returns its folder."""
    html = (ours / PAGE / "index.html").read_text("utf-8")
    article = html[html.index("<article") : html.index("</article>")]
    text = re.sub(
        r"<svg.*?</svg>|<(?!/?(?:h[1-3]|p|ul|ol|li|a|table|thead|tbody|tr|th|td|dl|dt|dd)\b)[^>]*>",
        "",
        article,
        flags=re.S,
    )
    text = re.sub(r'<(h[1-3]|p|ul|a|table)\b(?:[^>]*?(\shref="[^"]*"))?[^>]*>', _classed, text)
    page = folder / PAGE
    page.mkdir(parents=True)
    (page / "index.html").write_text(GOVUK.replace("{text}", text), "utf-8")
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        shutil.copy(package / "dist" / "govuk" / name, folder / name)
    shutil.copytree(package / "dist" / "govuk" / "assets", folder / "assets")
    (folder / "supported.js").write_text(SUPPORTED, "utf-8")
    (folder / "start.js").write_text(START, "utf-8")
    return folder


def _classed(tag: re.Match[str]) -> str:
    return f'<{tag[1]} class="govuk-{CLASSES[tag[1]]}"{tag[2] or ""}>'


def weight(browser: Browser, folder: Path) -> tuple[float, float, int]:
    """KB over the line, of it the page itself, and requests of a first visit."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    sizes: list[int] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    with serving(folder, AnyHandler) as site:
        page.goto(site + PAGE)
        page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes) / 1000, sizes[0] / 1000, len(sizes)


def main() -> int:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="our built site")
    parser.add_argument("--govuk", type=Path, help="node_modules/govuk-frontend")
    parser.add_argument("--short", action="store_true", help="the same: it is short")
    options = parser.parse_args()
    if not (options.site / PAGE).is_dir():
        print(f"{options.site} has no {PAGE}: build the site first (make site)")
        return 0 if options.short else 2
    with tempfile.TemporaryDirectory(prefix="tthc-bench-weight-") as name, sync_playwright() as playwright:
        sites = {"ours": options.site, "stock Material": stock_material(options.site, Path(name) / "material")}
        if options.govuk:
            sites["govuk-frontend"] = govuk(options.site, options.govuk, Path(name) / "govuk")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        print("| page | KB | of it HTML | requests |\n|---|---|---|---|")
        for label, folder in sites.items():
            whole, html, requests = weight(browser, folder)
            print(f"| {label} | {whole:.0f} | {html:.1f} | {requests} |")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
