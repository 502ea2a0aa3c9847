"""The screen at the desk: begun by a tap on its own page, never by an address; what the device keeps is not touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocked_storage import BLOCKED
from tests.support.chromium import settled, until, watched

pytestmark = pytest.mark.browser
TICKS = "Object.entries(localStorage).filter(([key]) => key.includes('giay-to:'))"


def begin(page: Page, site: str, commune: str = "", wait: str = "30") -> None:
    """What the official does."""
    page.goto(f"{site}may-tra-cuu/")
    page.select_option("select[name=wait]", wait)
    if commune:
        page.select_option("select[name=commune]", commune)
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_url(site)
    page.wait_for_selector(".tthc-kiosk")


SCREEN = {"width": 1080, "height": 1600}


@contextmanager
def standing(browser: Browser, site: str) -> Iterator[tuple[Page, list[str]]]:
    """(the screen, begun, what its scripts complained of)"""
    context = browser.new_context(has_touch=True, service_workers="block", viewport=SCREEN)  # type: ignore[arg-type]
    page = watched(context.new_page())
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.install()
    begin(page, site)
    yield page, errors
    context.close()


@pytest.fixture(scope="module")
def all_day(browser: Browser, site: str) -> Iterator[tuple[Page, list[str]]]:
    with standing(browser, site) as screen:
        yield screen


@pytest.fixture
def kiosk(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """The screen at its home page. By day one visitor after the other comes to the same, as at a desk, which costs a
    third of beginning it each time; at night each test has a screen of its own."""
    if "TTHC_ALL" in os.environ:
        with standing(browser, site) as (page, errors):
            yield page
    else:
        page, errors = request.getfixturevalue("all_day")
        page.set_viewport_size(SCREEN)
        page.goto(site)
        settled(page)
        if page.locator(".tthc-kiosk").count() == 0:  # the test before has ended it
            begin(page, site)
        yield page
    assert errors == []
    errors.clear()


def test_it_stays_on_from_page_to_page_with_large_targets(kiosk: Page, site: str) -> None:
    small = (
        "[...document.querySelectorAll('a, button, summary, select, input:not([type=checkbox]):not([type=radio]), main label:has(+ p), main label:has(input)')]"  # noqa: E501
        ".filter((item) => item.checkVisibility() && !item.closest('.tthc-skip-link, .tthc-visually-hidden'))"
        ".filter((item) => item.getBoundingClientRect().height > 1 && item.getBoundingClientRect().height < 44).map((item) => item.textContent)"  # noqa: E501
    )
    for path in ("", "thu-tuc/1-001193/", "linh-vuc/ho-tich/", "don-vi/an-thanh/thu-tuc/", "tim-kiem/"):
        kiosk.goto(f"{site}{path}")
        kiosk.wait_for_selector(".tthc-kiosk")
        assert kiosk.evaluate(small) == [], path


def test_no_way_out_by_touch_or_by_keyboard(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    here = kiosk.url
    outside = kiosk.locator("a[rel=external]:visible").first
    outside.tap()
    expect(kiosk.locator(".tthc-kiosk__message")).to_contain_text("Máy này chỉ dùng để tra cứu")
    assert kiosk.url == here
    outside.focus()
    kiosk.keyboard.press("Enter")
    settled(kiosk)
    assert kiosk.url == here and len(kiosk.context.pages) == 1
    outside.click(button="middle")
    kiosk.evaluate("document.querySelectorAll('a[rel=external]').forEach((link) => link.click())")  # folded ones too
    kiosk.locator(".tthc-breadcrumbs a").last.click(button="middle")
    settled(kiosk)
    assert kiosk.url == here and len(kiosk.context.pages) == 1
    kiosk.locator(".tthc-breadcrumbs a").first.click(modifiers=["Control"])
    kiosk.wait_for_url(site)
    assert len(kiosk.context.pages) == 1, "no second window, which would be no kiosk"


def test_a_small_screen_at_the_desk_folds_nothing(kiosk: Page, site: str) -> None:
    kiosk.set_viewport_size({"width": 600, "height": 960})
    for path in ("", "thu-tuc/1-001193/"):
        kiosk.goto(f"{site}{path}")
        kiosk.wait_for_selector(".tthc-kiosk")
        assert kiosk.locator("details[data-fold]").count() > 0
        assert kiosk.locator("details[data-fold]:not([open])").count() == 0, path


def test_print_and_home_work_by_keyboard(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.evaluate("window.print = () => { window.printed = 1; }")
    kiosk.get_by_role("button", name="In trang này").focus()
    kiosk.keyboard.press("Enter")
    until(kiosk, "window.printed === 1")
    kiosk.get_by_role("button", name="Về đầu").focus()
    kiosk.keyboard.press("Enter")
    kiosk.wait_for_url(site)


def test_left_alone_it_goes_home_and_forgets(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.locator("#ho-so input[type=checkbox]").first.check()
    until(kiosk, "Object.keys(sessionStorage).some((key) => key.includes('giay-to:'))")
    kiosk.clock.run_for(29_000)
    assert kiosk.url.endswith("/thu-tuc/1-001193/")
    kiosk.clock.run_for(2_000)
    kiosk.wait_for_url(site)
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    assert not kiosk.locator("#ho-so input[type=checkbox]").first.is_checked()
    assert kiosk.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('giay-to:'))") == []


def test_at_home_and_untouched_it_stays_where_it_is(kiosk: Page, site: str) -> None:
    kiosk.evaluate("window.same = true")
    kiosk.clock.run_for(300_000)
    assert kiosk.url == site and kiosk.evaluate("window.same") is True


def test_the_next_visitor_does_not_go_back_to_what_the_last_one_read_or_chose(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.locator("[data-mine] > summary").click()
    kiosk.locator("[data-mine] a", has_text="Xã Văn Tố").click()
    until(kiosk, "document.querySelector('[data-mine-name]').textContent.includes('Văn Tố')")
    kiosk.clock.run_for(31_000)
    kiosk.wait_for_url(site)
    kiosk.wait_for_selector(".tthc-kiosk")
    assert kiosk.inner_text("[data-mine-name]") == "Chọn xã của bạn", "the desk had chosen none"
    kiosk.get_by_role("button", name="Quay lại").click()
    settled(kiosk)
    assert kiosk.url == site


@pytest.mark.parametrize("path", ["thu-tuc/1-001193/", "thu-tuc/1-001193/#ho-so", "tim-kiem/?q=ly+hon"])
def test_a_key_or_a_gesture_does_not_lead_back_either(kiosk: Page, site: str, path: str) -> None:
    """The browser itself fills in again what stood in the boxes of a page to which it goes back."""
    kiosk.goto(site + path.partition("#")[0])
    kiosk.wait_for_selector(".tthc-kiosk")
    if "#" in path:
        kiosk.evaluate("location.hash = 'ho-so'")
    if "thu-tuc" in path:
        kiosk.locator("#ho-so input[type=checkbox]").first.check()
    settled(kiosk)
    kiosk.clock.run_for(31_000)
    kiosk.wait_for_url(site)
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.go_back()
    kiosk.wait_for_url(site)
    kiosk.wait_for_selector(".tthc-kiosk")


def test_back_stays_among_the_visitors_own_pages(browser, site: str) -> None:
    context = browser.new_context(service_workers="block")
    page = watched(context.new_page())
    page.goto(f"{site}ke-hoach/2023/")  # the official's
    begin(page, site)
    for path in ("thu-tuc/", "thu-tuc/1-001193/"):
        page.locator(f"main a[href$='{path}']").first.evaluate(
            "(link) => link.click()"
        ) if path == "thu-tuc/" else page.goto(site + path)
        page.wait_for_selector(".tthc-kiosk")
    for expected in ("thu-tuc/", "", "", ""):
        page.get_by_role("button", name="Quay lại").click()
        page.wait_for_url(site + expected)
        settled(page)
        page.wait_for_selector(".tthc-kiosk")
    context.close()


def test_it_goes_on_in_another_edition(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.locator("[data-edition] a").first.click()
    kiosk.wait_for_url(f"{site}hien-nay/thu-tuc/1-001193/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.locator("#ho-so input[type=checkbox]").first.check()
    until(kiosk, "Object.keys(sessionStorage).some((key) => key.includes('giay-to:'))")
    kiosk.clock.run_for(31_000)
    kiosk.wait_for_url(site)
    assert kiosk.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('giay-to:'))") == []


def test_no_file_is_loaded_down_and_nothing_leaves_by_a_script(kiosk: Page, site: str) -> None:
    files: list[str] = []
    kiosk.on("download", lambda download: files.append(download.url))
    kiosk.goto(f"{site}du-lieu/")
    kiosk.wait_for_selector(".tthc-kiosk")
    links = "[...document.querySelectorAll('main a')].filter((link) => !link.pathname.endsWith('/'))"
    assert kiosk.evaluate(f"{links}.length") > 10
    kiosk.evaluate(f"{links}.forEach((link) => link.click())")
    kiosk.goto(f"{site}nhung/")
    kiosk.wait_for_selector(".tthc-kiosk")
    framed = "main a[href*='nhung/an-thanh/']:not([href$='.txt'])"  # pages without our scripts
    kiosk.eval_on_selector_all(framed, "(links) => links.forEach((link) => link.click())")
    settled(kiosk)
    assert kiosk.url == f"{site}nhung/"
    kiosk.goto(f"{site}phan-anh/gop-y/?trang=/")
    kiosk.wait_for_selector(".tthc-kiosk")
    kiosk.evaluate("navigator.clipboard.writeText = () => Promise.resolve()")
    kiosk.locator("a[data-national]").click()
    expect(kiosk.locator(".tthc-kiosk__message")).to_contain_text("Máy này chỉ dùng để tra cứu")
    settled(kiosk)
    assert kiosk.url.startswith(site) and files == []


def test_what_the_device_keeps_is_there_again_afterwards(browser, site: str) -> None:
    context = browser.new_context(service_workers="block")  # the commune's pages are no part of this
    page = context.new_page()
    page.goto(f"{site}thu-tuc/1-001193/")
    page.locator("[data-mine] > summary").click()
    page.locator("[data-mine] a", has_text="Xã An Thanh").click()
    page.locator("#ho-so input[type=checkbox]").first.check()
    until(page, f"{TICKS}.length > 0")
    before = page.evaluate("({ ...localStorage })")
    page.clock.install()
    begin(page, site, "dan-chu")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('Dân Chủ')")
    page.goto(f"{site}thu-tuc/1-001193/")
    page.wait_for_selector(".tthc-kiosk")
    assert not page.locator("#ho-so input[type=checkbox]").first.is_checked()
    page.locator("#ho-so input[type=checkbox]").nth(1).check()
    page.clock.run_for(31_000)
    page.wait_for_url(site)
    page.close()
    page = context.new_page()  # closing the tab has ended it
    page.goto(f"{site}thu-tuc/1-001193/")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('An Thanh')")
    until(page, "document.querySelector('#ho-so input[type=checkbox]').checked")
    assert page.locator(".tthc-kiosk").count() == 0
    after = page.evaluate("({ ...localStorage })")
    assert {key: after[key] for key in before if "luu:" not in key} == {
        key: value for key, value in before.items() if "luu:" not in key
    }
    context.close()


def test_it_can_be_ended_on_its_own_page(kiosk: Page, site: str) -> None:
    kiosk.goto(f"{site}may-tra-cuu/")
    kiosk.get_by_role("button", name="Thôi dùng").click()
    kiosk.wait_for_url(site)
    kiosk.goto(f"{site}thu-tuc/")
    settled(kiosk)
    assert kiosk.locator(".tthc-kiosk").count() == 0


@pytest.mark.parametrize("blocked", [False, True])
def test_no_address_begins_it(browser, site: str, blocked: bool) -> None:
    context = browser.new_context(service_workers="block")
    page = watched(context.new_page())
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.install()
    if blocked:
        page.add_init_script(BLOCKED)
    more = "kiosk=1&cho=0.2"
    for path in (f"?{more}&xa=dan-chu", f"thu-tuc/1-001193/?{more}", f"may-tra-cuu/?xa=dan-chu&{more}"):
        page.goto(site + path)
        settled(page)
        page.clock.run_for(30_000)  # more than the 0.2 minutes of the address
        settled(page)
        assert page.url == site + path and page.locator(".tthc-kiosk").count() == 0 and errors == []
        assert blocked or page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.goto(f"{site}thu-tuc/")  # nor does one of them on a later page
    settled(page)
    assert page.locator(".tthc-kiosk").count() == 0 and errors == []
    context.close()


def test_with_storage_blocked_it_works_and_ends_with_the_tab(browser, site: str) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(BLOCKED)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.install()
    begin(page, site, "dan-chu")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('Dân Chủ')")
    page.goto(f"{site}thu-tuc/1-001193/")
    page.wait_for_selector(".tthc-kiosk")
    page.locator("#ho-so input[type=checkbox]").first.check()
    page.clock.run_for(31_000)
    page.wait_for_url(site)
    page.wait_for_selector(".tthc-kiosk")
    assert errors == []
    page.close()
    page = watched(context.new_page())
    page.goto(site)
    settled(page)
    assert page.locator(".tthc-kiosk").count() == 0
    context.close()
