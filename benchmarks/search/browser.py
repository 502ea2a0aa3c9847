"""Bytes and time of a search in Chromium: the site's search page, and Pagefind alone for comparison."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ANSWERED = ",".join(f"[data-results][data-state={state}]" for state in ("done", "none", "elsewhere"))
KEYS = """async ([url, texts]) => {
  const { Engine } = Object.assign({}, ...Object.values(await import(url)).map((run) => run()));  // a bundle
  const raw = await (await fetch("/tim-kiem/muc-luc.json")).json();
  const begun = performance.now();
  const engine = new Engine(raw);
  const load = performance.now() - begun;
  const spent = [];
  for (const round of [0, 1]) for (const text of texts) for (let end = 2; end <= text.length; end++) {
    const start = performance.now();
    engine.search(text.slice(0, end), { most: 7 });
    if (round) spent.push(performance.now() - start);
  }
  spent.sort((a, b) => a - b);
  const mean = spent.reduce((sum, value) => sum + value, 0) / spent.length;
  return { load, mean, p95: spent[Math.floor(spent.length * 0.95)] };
}"""
PAGEFIND = """async (texts) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = [];
  for (const text of texts) {
    const answer = await pagefind.search(text.replaceAll("đ", "ḏ").replaceAll("Đ", "Ḏ"));
    const pages = await Promise.all(answer.results.slice(0, 12).map((result) => result.data()));
    const code = (page) => (page.raw_url.match(/thu-tuc\\/(\\d)-(\\d{6})\\//) || []).slice(1).join(".");
    found.push(pages.map(code).filter(Boolean));
  }
  return found;
}"""


@contextmanager
def served(site: Path, moved: list[int]) -> Iterator[str]:
    """Serve the site over HTTP with gzip; the size of each body is appended to `moved`."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            data = gzip.compress(path.read_bytes(), 9, mtime=0)
            moved.append(len(data))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def measure(site: Path, texts: list[str]) -> dict[str, Any]:
    """Bytes before the first answer (of the search page beyond the page itself, and of Pagefind alone) and milliseconds
    per key."""
    from playwright.sync_api import sync_playwright

    moved: list[int] = []
    with served(site, moved) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{base}tim-kiem/")
        page.wait_for_load_state("networkidle")
        idle = sum(moved)
        moved.clear()
        page = browser.new_context().new_page()
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{base}tim-kiem/?q={quote(texts[0])}")
        page.wait_for_selector(ANSWERED)
        first = sum(moved) - idle
        engine = next((site / "assets").glob("search.*.js")).name
        keys = page.evaluate(KEYS, [f"/assets/{engine}", texts])
        moved.clear()
        page = browser.new_context().new_page()
        page.goto(f"{base}phan-anh/")
        page.wait_for_load_state("networkidle")
        moved.clear()
        page.evaluate(PAGEFIND, texts[:1])
        pagefind = sum(moved)
        browser.close()
    return {
        "first_answer": first,
        "pagefind_first": pagefind,
        **{name: round(value, 2) for name, value in keys.items()},
    }


if __name__ == "__main__":
    import sys

    print(
        json.dumps(
            measure(Path(sys.argv[1]), ["lam giay khai sinh cho con can gi", "mở quán ăn có cần giấy phép không"]),
            indent=1,
        )
    )
