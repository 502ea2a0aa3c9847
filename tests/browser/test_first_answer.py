"""What is asked for before the first answer of a search, on a slow line: one wave behind the page, and nothing else."""

from __future__ import annotations

import gzip
import re
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.search_page import ANSWERED, Visit
from tests.support.chromium import heard, settled, until
from tests.support.http_server import Handler, serving

NEEDED = ["head.js", "muc-luc.json", "search-page.css", "search.js"]
SLOW = 1  # seconds: longer than the index takes on a line that brings the sample questions at once
LAST = b'\n"addresses"'  # the last line of the index begins so
WHEN_SHOWN = f"""new MutationObserver(() => {{
  if (document.querySelector('{ANSWERED.partition(",")[0]}'))
    window.shown ??= performance.getEntriesByType('resource').map((entry) => entry.name);
}}).observe(document, {{ subtree: true, attributes: true }});"""
MOST = 65_000  # bytes, compressed, of all that stands in NEEDED, without the last line of the index
MOST_OF_SEARCH = 60_000  # the index without that line, the script and the style of the search


def short_name(url: str) -> str:
    """The name of a file without its hash; of a page its folder."""
    name = url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"\.[0-9a-f]{10}(?=\.)", "", name)


def compressed(files: list[Path]) -> int:
    """The bytes of these files on the line, without the last line of the index."""
    return sum(len(gzip.compress(file.read_bytes().partition(LAST)[0], 6)) for file in files)


@pytest.fixture
def slow_search(visit: Visit) -> tuple[Page, list[str]]:
    """A page whose index comes late, and the names of the files that it has asked for."""
    page = visit("")
    asked: list[str] = []

    def late(route: Route) -> None:
        time.sleep(SLOW)
        route.continue_()

    page.route("**/muc-luc.json", late)
    page.on("request", lambda request: asked.append(short_name(request.url)))
    return page, asked


def test_one_wave_and_nothing_else_before_the_answer(slow_search: tuple[Page, list[str]], real_site: Path) -> None:
    page, asked = slow_search
    held: list[Route] = []
    page.route("**/assets/head.*.js", lambda route: held.append(route))
    page.add_init_script(WHEN_SHOWN)
    page.goto(f"{page.url}tim-kiem/?q=khai+sinh", wait_until="commit")
    heard(page, lambda: set(NEEDED) <= set(asked))
    assert sorted(asked[1:]) == NEEDED, "all is asked for before the first script runs"
    held[0].continue_()
    page.wait_for_selector(ANSWERED)
    shown = {short_name(url) for url in page.evaluate("window.shown")} - {"icon.svg", "next-page.speculationrules"}
    assert sorted(shown) == NEEDED, "and nothing else before the answer is shown"
    facts = page.locator("[data-results] .tthc-item__facts").first
    expect(facts).to_contain_text("1 ngày làm việc")
    until(page, "document.querySelector('[data-results] .tthc-item__note').textContent.length > 20")
    names = {short_name(file.name): file for file in (real_site / "assets").iterdir()}
    files = [names.get(name, real_site / "tim-kiem" / name) for name in NEEDED]
    assert compressed(files) < MOST
    assert compressed([files[1], files[3], names["search.css"]]) < MOST_OF_SEARCH


@pytest.mark.parametrize("touched", [False, True])
def test_asked_again_when_late_samples_answer(slow_search: tuple[Page, list[str]], touched: bool) -> None:
    """Nothing is found; then a sample question of the first procedure comes that has these very words."""
    page, _ = slow_search
    held: list[Route] = []
    page.route("**/cau-hoi.*.json", lambda route: held.append(route))
    page.goto(f"{page.url}tim-kiem/?q=xyzzyq+blorp")
    results = page.locator("[data-results]")
    expect(results).to_have_attribute("data-state", "none", timeout=20_000)
    if touched:
        page.keyboard.press("PageDown")
    heard(page, lambda: bool(held))
    held[0].fulfill(json={"from": 0, "words": "blorp\nxyzzyq", "asked": "$#" + "!$#" * 8})  # $ is word 1, # word 0
    if touched:
        settled(page)
        expect(results).to_have_attribute("data-state", "none")
    else:
        expect(results).to_have_attribute("data-state", "done")
        expect(results.locator(".tthc-item")).to_have_count(1)


@pytest.mark.parametrize("kiosk", [False, True])
def test_the_script_of_all_pages_comes_behind_the_answer_and_at_once_at_a_kiosk(
    slow_search: tuple[Page, list[str]], kiosk: bool
) -> None:
    page, asked = slow_search
    if kiosk:
        page.goto(f"{page.url}tim-kiem/")
        page.evaluate("window.tthc.tab.set('kiosk', '1')")
        asked.clear()
    page.add_init_script(WHEN_SHOWN)
    page.goto(f"{page.url.removesuffix('tim-kiem/')}tim-kiem/?q=khai+sinh")
    page.wait_for_selector(ANSWERED)
    before = {short_name(url) for url in page.evaluate("window.shown")}
    assert ("site.js" in before) == kiosk
    until(page, "!document.querySelector('[data-look]').hidden")
    assert asked.count("site.js") == 1


def test_without_a_question_the_scripts_come_too(visit: Visit) -> None:
    page = visit("tim-kiem/")
    until(page, "!document.querySelector('[data-look]').hidden")
    page.locator("main input[type=search]").fill("khai sinh")
    expect(page.locator("[data-results] .tthc-item__facts").first).to_contain_text("1 ngày làm việc")
    page.locator(".tthc-my-commune > summary").click()
    page.locator("a[data-slug=an-thanh]").click()
    expect(page.locator("[data-mine-name]")).to_contain_text("An Thanh")


class CutHandler(Handler):
    """The line breaks when the index has come but for its last part, the first time."""

    cuts = 1

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        data = Path(self.translate_path(self.path)).read_bytes() if self.path.endswith("/muc-luc.json") else b""
        if not data or not CutHandler.cuts:
            super().do_GET()
            return
        CutHandler.cuts -= 1
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: data.index(b'"facts"')])
        self.close_connection = True


class HeldHandler(Handler):
    """The last part of the index comes when it is let go."""

    go = threading.Event()

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        if not self.path.endswith("/muc-luc.json"):
            super().do_GET()
            return
        data = Path(self.translate_path(self.path)).read_bytes()
        end = data.index(LAST) + 1
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[:end])
        self.wfile.flush()
        HeldHandler.go.wait(60)
        self.wfile.write(data[end:])


def test_only_an_answer_that_shows_it_waits_for_the_last_part_of_the_index(browser: Browser, real_site: Path) -> None:
    with serving(real_site, HeldHandler) as site:
        pages = [browser.new_page() for _ in range(3)]
        for page, question in zip(pages, ("khai sinh", "xã An Thanh", "hộ chiếu"), strict=True):
            page.goto(f"{site}tim-kiem/?q={question}")
        usual, unit, elsewhere = (page.locator("[data-results]") for page in pages)
        expect(usual.locator(".tthc-item__facts").first).to_contain_text("1 ngày làm việc")
        for other in (unit, elsewhere):
            expect(other).to_have_attribute("data-state", "loading")
        expect(usual.locator("details")).to_have_count(0)
        HeldHandler.go.set()
        expect(unit.locator("a[href$='don-vi/an-thanh/']").first).to_be_visible()
        expect(elsewhere.locator(".tthc-elsewhere")).to_contain_text("Hộ chiếu:")
        expect(usual.locator("details select[name=noi-nhan] option")).not_to_have_count(0)
        expect(usual.locator(".tthc-item__note").first).not_to_be_empty()
        for page in pages:
            page.close()


def test_an_answer_needs_no_script_but_the_first_and_nothing_is_said_wrong_without(visit: Visit) -> None:
    page = visit("")
    home = page.url
    page.route("**/search-more.*.js", lambda route: route.abort())
    page.goto(f"{home}tim-kiem/?q=khai+sinh")
    results = page.locator("[data-results]")
    expect(results.locator(".tthc-item__facts").first).to_contain_text("1 ngày làm việc")
    expect(results.locator(".tthc-item__note").first).not_to_be_empty()
    for question in ("xyzzyq blorp", "hộ chiếu"):
        page.goto(f"{home}tim-kiem/?q={question}")
        expect(results).to_contain_text("Chưa tải được dữ liệu tìm kiếm")


def test_an_index_that_comes_in_part_is_said_and_asked_for_again(browser: Browser, real_site: Path) -> None:
    with serving(real_site, CutHandler) as site:
        page = browser.new_page()
        page.goto(f"{site}tim-kiem/?q=khai+sinh")
        results = page.locator("[data-results]")
        expect(results).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
        page.locator("main input[type=search]").fill("kết hôn")
        expect(results.locator(".tthc-item__facts").first).to_contain_text("Hộ tịch")
        page.close()
