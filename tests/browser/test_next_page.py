"""The next page is fetched ahead where there is a sign that it is wanted, and never where data are saved."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page

AHEAD = "link[rel=prefetch]"
SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def fetched(page: Page) -> list[str]:
    return page.eval_on_selector_all(AHEAD, "links => links.map((link) => link.getAttribute('href'))")


def test_the_page_on_which_the_mouse_rests(visit: Callable[..., Page]) -> None:
    page = visit("linh-vuc/ho-tich/", viewport={"width": 1200, "height": 800})
    link = page.locator("main a[href*='thu-tuc/1-']").first
    with page.expect_response(lambda answer: answer.url.endswith("/") and "thu-tuc/1-" in answer.url) as answer:
        link.hover()  # the policy of the host must allow it, too
    assert answer.value.ok
    assert len(fetched(page)) == 1
    page.locator("header a").first.hover()
    page.locator("main h1").hover()  # goes on before the time is over
    link.hover()  # is there already
    page.wait_for_timeout(300)
    assert len(fetched(page)) <= 2


def test_a_finger_that_scrolls_fetches_nothing(visit: Callable[..., Page]) -> None:
    page = visit("linh-vuc/ho-tich/", has_touch=True, is_mobile=True)
    page.locator("main a[href*='thu-tuc/1-']").first.dispatch_event("pointerover", {"pointerType": "touch"})
    page.wait_for_timeout(300)
    assert fetched(page) == []


def test_the_first_answer_of_a_search(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem/?q=khai+sinh")
    first = page.locator("[data-results] .tthc-item__name").first.get_attribute("href") or ""
    page.wait_for_selector(AHEAD, state="attached")
    page.wait_for_load_state("networkidle")
    assert [href.rpartition("thu-tuc/")[2] for href in fetched(page)] == [first.rpartition("thu-tuc/")[2]]


def test_nothing_where_data_are_saved(browser: Browser, site: str) -> None:
    context = browser.new_context()
    context.add_init_script(SAVES)
    page = context.new_page()
    page.goto(site + "tim-kiem/?q=khai+sinh")
    page.wait_for_selector("[data-results] .tthc-item__name")
    page.locator("[data-results] .tthc-item__name").first.hover()
    page.wait_for_timeout(800)
    assert fetched(page) == []
    context.close()
