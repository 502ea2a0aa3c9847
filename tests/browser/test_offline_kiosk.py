"""Without network: the pages of the chosen commune, the search, and a line that says the copy is old. At the desk: the kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.serve import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[str]:
    with serving(real_site) as address:  # under the policy of the real host
        yield address.rstrip("/") + "/"


def until(page, condition: str) -> None:
    """Wait for a condition; the page's own policy forbids the usual way, which evaluates text in the page."""
    for _ in range(600):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {condition}")


def test_the_pages_of_my_commune_without_network(browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}don-vi/an-thanh/")
    page.click("button[data-choose=an-thanh]")
    until(page, "document.documentElement.dataset.kept")
    assert int(page.evaluate("document.documentElement.dataset.kept")) > 100
    until(page, "Boolean(navigator.serviceWorker.controller)")
    assert page.locator("[data-old-copy]").count() == 0, "with network nothing is old"
    context.set_offline(True)
    page.goto(f"{host}thu-tuc/1-001193/")
    assert page.locator("h1").inner_text() == "Đăng ký khai sinh"
    assert "Không có mạng: đây là bản lưu lúc" in page.inner_text("[data-old-copy]")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('An Thanh')")
    page.goto(f"{host}tim-kiem/?q=lam+giay+khai+sinh")
    page.wait_for_selector('[data-results][data-state="done"]')
    assert page.locator("[data-results] [data-code]").first.get_attribute("data-code") == "1.001193"
    page.goto(f"{host}van-ban/")
    assert "Không có mạng" in page.inner_text("h1"), "a page that was not kept says so"
    context.set_offline(False)
    page.goto(f"{host}thu-tuc/1-001193/")
    assert page.locator("[data-old-copy]").count() == 0
    context.close()


@pytest.fixture
def kiosk(browser, host: str) -> Iterator:
    context = browser.new_context(has_touch=True, viewport={"width": 1080, "height": 1600})
    page = context.new_page()
    page.goto(f"{host}?kiosk=1&cho=2")
    page.wait_for_selector(".kiosk-bar")
    yield page
    context.close()


@pytest.mark.parametrize(
    "path", ["", "thu-tuc/1-001193/", "linh-vuc/ho-tich/", "don-vi/an-thanh/thu-tuc/", "tim-kiem/"]
)
def test_the_kiosk_stays_on_from_page_to_page_with_large_targets(kiosk, host: str, path: str) -> None:
    kiosk.goto(f"{host}{path}")
    kiosk.wait_for_selector(".kiosk-bar")
    small = kiosk.evaluate(
        "[...document.querySelectorAll('a, button, summary, select, input:not([type=checkbox]):not([type=radio]), main label:has(+ p), main label:has(input)')]"
        ".filter((item) => item.checkVisibility() && !item.closest('.skip, .visually-hidden'))"
        ".filter((item) => item.getBoundingClientRect().height > 1 && item.getBoundingClientRect().height < 44).map((item) => item.textContent)"
    )
    assert small == []


def test_no_way_out_by_touch_or_by_keyboard(kiosk, host: str) -> None:
    kiosk.goto(f"{host}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".kiosk-bar")
    here = kiosk.url
    kiosk.locator("a[rel=external]").first.tap()
    assert kiosk.url == here
    assert "Máy này chỉ dùng để tra cứu" in kiosk.inner_text(".kiosk-say")
    kiosk.locator("a[rel=external]").first.focus()
    kiosk.keyboard.press("Enter")
    assert kiosk.url == here and len(kiosk.context.pages) == 1
    kiosk.locator("a[rel=external]").first.click(button="middle")
    kiosk.locator(".crumbs a").last.click(button="middle")
    kiosk.wait_for_timeout(300)
    assert kiosk.url == here and len(kiosk.context.pages) == 1
    kiosk.locator(".crumbs a").first.click(modifiers=["Control"])
    kiosk.wait_for_url(host)
    assert len(kiosk.context.pages) == 1, "no second window, which would be no kiosk"


def test_print_and_home_work_by_keyboard(kiosk, host: str) -> None:
    kiosk.goto(f"{host}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".kiosk-bar")
    kiosk.evaluate("window.print = () => { window.printed = 1; }")
    kiosk.get_by_role("button", name="In trang này").focus()
    kiosk.keyboard.press("Enter")
    assert kiosk.evaluate("window.printed") == 1
    kiosk.get_by_role("button", name="Về đầu").focus()
    kiosk.keyboard.press("Enter")
    kiosk.wait_for_url(host)


def test_left_alone_it_goes_home_and_forgets(kiosk, host: str) -> None:
    kiosk.goto(f"{host}thu-tuc/1-001193/")
    kiosk.locator("#ho-so input[type=checkbox]").first.check()
    until(kiosk, "Object.keys(localStorage).some((key) => key.startsWith('giay-to:'))")
    kiosk.wait_for_url(host, timeout=15_000)
    assert kiosk.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('giay-to:'))") == []


def test_the_next_visitor_does_not_go_back_to_what_the_last_one_read_or_chose(kiosk, host: str) -> None:
    kiosk.goto(f"{host}thu-tuc/1-001193/?xa=van-to")
    kiosk.evaluate("localStorage.setItem('xa', 'van-to')")
    kiosk.wait_for_url(host, timeout=15_000)
    assert not kiosk.evaluate("localStorage.getItem('xa')"), "the desk had chosen none"
    kiosk.wait_for_selector(".kiosk-bar")
    kiosk.get_by_role("button", name="Quay lại").click()
    kiosk.wait_for_timeout(500)
    assert kiosk.url == host


def test_the_kiosk_can_be_ended(kiosk, host: str) -> None:
    kiosk.goto(f"{host}?kiosk=0")
    until(kiosk, "sessionStorage.getItem('kiosk') === null")
    kiosk.goto(f"{host}thu-tuc/")
    kiosk.wait_for_timeout(300)
    assert kiosk.locator(".kiosk-bar").count() == 0
