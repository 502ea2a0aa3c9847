"""A commune's own site on its own host: the search, what scripts link, which commune shared pages name, and no
network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.search_page import ANSWERED
from tests.support.chromium import until
from tests.support.http_server import ForgetfulHandler, serving
from tests.support.night import at_night

DISTRICT = "https://tthc.tuky.haiduong.gov.vn/"


@pytest.fixture(scope="module")
def host(commune_site: Path) -> Iterator[str]:
    with serving(commune_site) as address:  # under the policy of the real host
        yield address


@pytest.fixture
def page(browser, host: str) -> Iterator:
    """A page of a visitor. The worker that keeps the commune's hundred pages is blocked: it would begin with the first
    page and cost several times as much as the rest of the test."""
    with visiting(browser, host, "block") as page:
        yield page


@contextmanager
def visiting(browser, host: str, workers: str) -> Iterator:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers=workers)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith((host, "blob:", "data:"))] == [], (
        "another host is asked, or a script failed"
    )


def ask(page, host: str, words: str) -> None:
    page.goto(f"{host}tim-kiem/?q={words}")
    page.wait_for_selector(ANSWERED)


def type_there(page, words: str) -> None:
    """Ask in the page that is open, which costs a tenth of opening it."""
    box = page.locator("main input[type=search]")
    for text, state in (("", "[data-results][data-state=idle]"), (words, ANSWERED)):  # no answer of before is left
        box.fill(text)
        box.press("Enter")
        page.wait_for_selector(state, state="attached")


def there(site: Path, path: str) -> bool:
    return (site / path).is_file() or (site / path / "index.html").is_file()


def test_the_search_finds_what_is_here_and_leads_to_the_district_for_the_rest(
    page, host: str, commune_site: Path, real_site: Path
) -> None:
    ask(page, host, "lam+giay+khai+sinh")
    first = page.locator("[data-results] [data-code]").first
    assert first.get_attribute("data-code") == "1.001193"
    first.locator("a").first.click()
    page.wait_for_url(f"{host}thu-tuc/1-001193/*")
    ask(page, host, "giay+phep+xay+dung")
    assert page.locator("[data-results] [data-code] a").first.get_attribute("href").startswith(f"{DISTRICT}thu-tuc/")
    for words in ("giay phep xay dung", "sinh con", "ho chieu", "xyzzyq blorp"):
        type_there(page, words)
        links = page.eval_on_selector_all("[data-results] a", "links => links.map((link) => link.href)")
        assert links, words
        for link in links:
            if link.startswith((host, DISTRICT)):
                site = commune_site if link.startswith(host) else real_site
                assert there(site, urlsplit(link).path.strip("/")), (words, link)


def test_shared_pages_say_whose_site_it_is(page, host: str) -> None:
    page.goto(f"{host}thu-tuc/1-001193/")
    page.wait_for_selector("text=Nơi nộp: Xã An Thanh")
    assert page.inner_text(".tthc-header__authority") == "UBND xã An Thanh"
    assert "An Thanh" in page.inner_text("[data-fact=place]")
    page.click("[data-mine] > summary")
    assert page.locator("[data-mine] .tthc-chips").is_hidden(), "there is no other commune to choose"


@pytest.mark.parametrize("site", ["small_commune_site", *at_night("commune_site")])
def test_without_network_after_the_home_page_was_open_once(request: pytest.FixtureRequest, browser, site: str) -> None:
    """By day with the few pages of the small commune; that a hundred are kept shows tests/browser/test_offline.py."""
    folder = request.getfixturevalue(site)
    with serving(folder, ForgetfulHandler) as host, visiting(browser, host, "allow") as page:
        page.goto(host)
        until(page, "document.documentElement.dataset.kept ?? ''")
        page.context.set_offline(True)
        page.goto(f"{host}thu-tuc/1-001193/")
        assert "Không có mạng: đây là bản lưu lúc" in page.inner_text("[data-old-copy]")
        ask(page, host, "lam+giay+khai+sinh")
        assert page.locator("[data-results] [data-code]").first.get_attribute("data-code") == "1.001193"
        page.goto(host)
        assert "An Thanh" in page.inner_text("h1")
