"""A citizen's device is the citizen's: an address shows and never keeps, storage may be blocked, sites of a host do
not share, and what was
chosen holds before the first paint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocked_storage import BLOCKED
from tests.browser.conftest import PHONE
from tests.conftest import PROJECT
from tests.support.chromium import settled, until, watched
from tests.support.http_server import serving
from tests.support.night import at_night

Visit = Callable[..., Page]
BIRTH = "thu-tuc/1-001193/"
STORED = "({ local: { ...localStorage }, session: { ...sessionStorage }, name: window.name })"
ANSWERED = ",".join(f"[data-results][data-state={state}]" for state in ("done", "none", "elsewhere"))
ADDRESSES = [
    "?kiosk=1&cho=0.2&xa=thi-tran-tu-ky", f"{BIRTH}?xa=thi-tran-tu-ky&kiosk=1", f"{BIRTH}?th=0.1&x=1", "tim-kiem/?q=khai+sinh&xa=thi-tran-tu-ky&chon=co.x",  # noqa: E501
    "phan-anh/gop-y/?xa=thi-tran-tu-ky&trang=/x/&theme=light", "?theme=light&text=large#theme=light",
    *at_night("?xa=thi-tran-tu-ky", f"{BIRTH}?tinh-trang=a#ho-so", "ke-hoach/2023/?xa=thi-tran-tu-ky"),
]  # fmt: skip


def test_only_one_script_touches_the_stores_of_the_browser() -> None:
    words = ("localStorage", "sessionStorage", "indexedDB", "document.cookie", "BroadcastChannel", "window.name")
    found = {
        file.name
        for file in (PROJECT / "theme").rglob("*.js")
        if any(word in file.read_text("utf-8") for word in words)
    }
    assert found == {"head.js"}


def test_no_address_changes_what_the_visitor_keeps(browser: Browser, small_site: Path) -> None:
    """On the small site: the worker keeps fewer pages."""
    with serving(small_site) as site:
        context = browser.new_context(viewport=PHONE)
        _no_address_changes(watched(context.new_page()), site)
        context.close()


def _no_address_changes(page: Page, site: str) -> None:
    page.goto(site + BIRTH)
    page.locator("[data-mine] > summary").click()
    page.locator("[data-mine] a", has_text="Xã An Thanh").click()
    page.get_by_role("button", name="Danh mục", exact=True).click()
    page.get_by_role("button", name="Nền tối").click()
    page.keyboard.press("Escape")
    page.locator("#ho-so input[type=checkbox]").first.check()
    until(page, "Object.keys(localStorage).some((key) => key.includes('giay-to:'))")
    page.evaluate(
        "localStorage.setItem('tthc:/giay-to:1.001193', localStorage.getItem('tthc:/giay-to:1.001193') + ' giay-cu')"
    )
    until(page, "document.documentElement.dataset.kept")
    until(page, "Object.keys(localStorage).some((key) => key.includes('luu:'))")
    before = page.evaluate(STORED)
    for path in ADDRESSES:
        page.goto(site + path)
        settled(page)
        assert page.evaluate(STORED) == before, path
    page.goto(f"{site}thu-tuc/")
    expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã An Thanh")


def test_a_commune_is_one_of_ours_or_none(tab: Visit, site: str) -> None:
    slugs = ("__proto__", "khong-co", *at_night("constructor", "toString", "hasOwnProperty"))
    addresses = [f"{site}{path}?xa={slug}" for path in (BIRTH, "phan-anh/gop-y/") for slug in slugs]
    page = tab("en/")
    for address in addresses:
        page.goto(address)
        settled(page)
        expect(page.locator("[data-mine-name]"), address).to_have_text("Chọn xã của bạn")
    page.goto(f"{site}don-vi/an-thanh/")
    page.click("button[data-choose=an-thanh]")
    expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã An Thanh")
    for address in addresses[:: len(slugs)]:
        page.goto(address)
        expect(page.locator("[data-mine-name]"), address).to_have_text("Xã của bạn: Xã An Thanh")


def test_with_storage_blocked_everything_works(visit: Visit, site: str) -> None:
    page = visit("en/")
    page.add_init_script(BLOCKED)
    kinds = ("", BIRTH, "thu-tuc/", "tim-kiem/?q=khai%20sinh", "phan-anh/gop-y/", *at_night("ke-hoach/2023/"))
    for path in (*kinds, *at_night("may-tra-cuu/", "404.html"), "en/"):
        page.goto(site + path)
        settled(page)
        look = page.locator("[data-look] [data-set=theme]")
        if look.count() and page.evaluate("document.documentElement.dataset.theme") != "dark":  # kept in the tab's name
            look.evaluate("button => button.click()")
        if look.count():
            expect(page.locator("html"), path).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize(
    ("system", "chosen", "colour"), [("light", "dark", "rgb(22, 19, 15)"), ("dark", "light", "rgb(255, 253, 248)")]
)
def test_what_was_chosen_holds_before_the_first_paint(
    browser, site: str, system: str, chosen: str, colour: str
) -> None:
    context = browser.new_context(color_scheme=system, service_workers="block")
    page = context.new_page()
    page.goto(f"{site}en/")
    page.evaluate(f"localStorage.setItem('tthc:/theme', '{chosen}'); localStorage.setItem('tthc:/text', 'large')")
    page.route("**/assets/site.*.js", lambda route: route.abort())  # the module never comes
    for path in ("", "404.html", "en/", *at_night(BIRTH, "tim-kiem/", "ke-hoach/2023/")):  # the same head
        page.goto(site + path)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour, path
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22.4px", path
        head = page.evaluate("document.head.innerHTML")
        script, style = head.index("/assets/head."), head.index("/assets/site.")
        assert script < style, "it does not wait for the styles"
        inline = "script:not([src]):not([type$=json]), style, [style]"  # ld+json is data, no browser runs it
        assert page.evaluate(f"document.querySelectorAll('{inline}').length") == 0, path
    context.close()


def test_keys_of_earlier_releases_are_taken_over(tab: Visit, site: str) -> None:
    page = tab("en/")
    page.evaluate(
        "Object.entries({ xa: 'an-thanh', theme: 'dark', 'giay-to:1.001193': 'c1', 'luu:an-thanh': '1', other: 'x' }).forEach(([key, value]) => localStorage.setItem(key, value))"  # noqa: E501
    )
    page.goto(site + BIRTH)
    expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã An Thanh")
    stored = page.evaluate("({ ...localStorage })")
    assert (
        stored["tthc:/xa"] == "an-thanh"
        and stored["tthc:/theme"] == "dark"
        and stored["tthc:/giay-to:1.001193"] == "c1"
    )
    assert stored["other"] == "x" and "xa" not in stored


@pytest.mark.parametrize("size", [30_000, *at_night(8_000)])
def test_an_endless_question_is_answered(browser, real_site: Path, size: int) -> None:
    with serving(real_site) as host:  # Python's own server takes addresses of 64 KB
        context = browser.new_context()
        page = context.new_page()
        text = "đăng ký khai sinh cho con "
        page.goto(f"{host}tim-kiem/?q={quote(text * 4)}{'khai+sinh+' * (size // 10)}")
        page.wait_for_selector(ANSWERED)
        assert page.locator("[data-results] [data-code]").first.get_attribute("data-code") == "1.001193"
        asked = len(page.locator("main [name=q]").input_value())
        assert 780 < asked <= 800
        expect(page.locator("[data-results] > .tthc-note").first).to_contain_text(f"chỉ tìm theo {asked} chữ cái đầu")
        context.close()


def test_choices_that_nobody_could_make_are_ignored(tab: Visit, site: str) -> None:
    page = tab("en/")
    answers = ("co.constructor", *at_night("99c", "c", "-1k", "co.khong-co", "0c"))
    places = ("linh-vuc=khong+co", *at_night("noi-nhan=constructor", "noi-nhan=x"))
    for more in (*(f"chon={answer}" for answer in answers), *places):
        page.goto(f"{site}tim-kiem/?q=khai+sinh&{more}")
        page.wait_for_selector(ANSWERED)
        assert page.locator("[data-results] [data-code]").first.get_attribute("data-code") == "1.001193", more
        assert page.locator("[data-results] [aria-pressed=true]").count() == 0, more


def test_a_choice_is_named_and_can_be_shared(tab: Visit) -> None:
    page = tab("tim-kiem/?q=dang+ky+ket+hon")
    page.wait_for_selector(ANSWERED)
    page.get_by_role("group", name="Có người nước ngoài").get_by_role("button", name="Có", exact=True).click()
    until(page, "location.search.includes('chon=co.yeu-to-nuoc-ngoai')")
    shared = tab(page.url.split("/", 3)[3])
    shared.wait_for_selector(ANSWERED)
    assert shared.locator("[data-results] [data-code]").first.get_attribute("data-code") == "2.000806"


def test_when_answering_fails_the_page_says_so(tab: Visit) -> None:
    page = tab("tim-kiem/")
    page.route("**/muc-luc.json", lambda route: route.fulfill(json={"broken": 1}))
    page.goto(f"{page.url}?q=khai+sinh")
    page.wait_for_selector(ANSWERED)
    expect(page.locator("[data-results]")).to_contain_text("Chưa tải được")
    expect(page.locator("[data-browse]")).to_be_visible()


@pytest.fixture
def report(tab: Visit) -> Iterator[Page]:
    page = tab("en/")
    page.route(
        "**/places.json",
        lambda route: route.fulfill(
            json={
                "district": {},
                "communes": {
                    "an-thanh": {
                        "name": "Xã An Thanh",
                        "url": "don-vi/an-thanh/",
                        "feedbackMail": "gopy@anthanh.gov.vn",
                    }
                },
            }
        ),
    )
    page.goto(
        page.url.replace(
            "en/",
            f"phan-anh/gop-y/?xa=an-thanh&trang=/{BIRTH}&ban=2023-12-31.0a1b2c3d&tep=procedures/ho-tich/1.001193.yml&diem=2",
        )
    )
    page.locator("a[data-mail]").wait_for(state="visible")
    yield page


@pytest.mark.parametrize("secure", [True, False])
def test_copied_is_said_only_when_it_was(report: Page, secure: bool) -> None:
    page = report
    refuse = (
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
        if secure
        else "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    page.evaluate(f"{refuse}; document.execCommand = () => false; 0")
    page.get_by_role("button", name="Sao chép").click()
    expect(page.locator("[data-copied]")).to_contain_text("không cho chép")
    selected = page.evaluate(
        "(() => { const box = document.activeElement; return box.value.slice(box.selectionStart, box.selectionEnd); })()"  # noqa: E501
    )
    assert selected == page.get_by_label("Nội dung sẽ gửi").input_value()
    page.evaluate("document.execCommand = () => true; 0")
    page.get_by_role("button", name="Sao chép").click()
    expect(page.locator("[data-copied]")).to_contain_text("Đã chép")
    page.get_by_label("Nói thêm").fill("thêm")
    expect(page.locator("[data-copied]")).to_be_empty()  # what was copied is another text now
    page.evaluate("document.execCommand = () => { throw new Error('no'); }; 0")
    page.get_by_role("button", name="Sao chép").click()
    expect(page.locator("[data-copied]")).to_contain_text("không cho chép")


def test_a_page_shown_again_follows_what_was_chosen_since(tab: Visit) -> None:
    """Browsers keep a page whole for the way back, so that no script runs anew."""
    page = tab("404.html")
    home = page.url.removesuffix("404.html")
    page.goto(home)
    settled(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate(
        "(() => { window.same = true; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); })()"
    )
    settled(page)
    assert page.evaluate("window.same") is True, "nothing was chosen"
    page.evaluate("window.tthc.device.set('theme', 'dark')")
    with page.expect_navigation(url=home):
        page.evaluate("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))")
    until(page, "!window.same && document.documentElement.dataset.theme === 'dark'")


def test_a_letter_has_the_line_ends_of_mail_and_a_length(report: Page) -> None:
    page = report
    href = page.locator("a[data-mail]").get_attribute("href") or ""
    assert href.startswith("mailto:gopy@anthanh.gov.vn?subject=") and "%0D%0A" in href
    assert "%0A" not in href.replace("%0D%0A", "") and "%0D" not in href.replace("%0D%0A", "")
    expect(page.locator("[data-too-long]")).to_be_hidden()
    for box in page.locator("[data-reasons=bad] input").all():
        box.check()
    page.get_by_label("Nói thêm").fill("Trường hợp những người thường xuyên vướng mắc\n" * 10 + "😀" * 20)
    expect(page.locator("[data-too-long]")).to_be_visible()
    href = page.locator("a[data-mail]").get_attribute("href") or ""
    assert len(href) <= 2000
    body = page.evaluate("(href) => new URLSearchParams(href.split('?')[1]).get('body')", href)
    assert body.endswith("(Phần còn lại: xem ô “Nội dung sẽ gửi”.)")
    whole = page.get_by_label("Nội dung sẽ gửi").input_value().split()
    assert set(body.replace("\r\n", "\n").rpartition("\n")[0].split()) <= set(whole), "no word is cut"


def test_strange_addresses_do_not_break_the_form(report: Page) -> None:
    page = report
    for trang in ("x" * 299 + "😀", "/a/" + "😀" * 400, "%ED%A0%80", "a" * 5000):
        page.goto(page.url.partition("?")[0] + f"?xa=an-thanh&trang={quote(trang, safe='%')}")
        page.locator("a[data-mail]").wait_for(state="visible")
        assert len(page.locator("a[data-mail]").get_attribute("href") or "") <= 2000
    page.goto(page.url.partition("?")[0] + "?xa=an-thanh&trang=%2Fa%2F%0D%0ABcc:x%40y.vn%E2%80%A8%00%1B%0Btiep")
    page.locator("a[data-mail]").wait_for(state="visible")
    subject, body = (page.locator("a[data-mail]").get_attribute("href") or "").partition("?")[2].split("&")
    assert subject == "subject=G%C3%B3p%20%C3%BD%20trang%20%2Fa%2F%20Bcc%3Ax%40y.vn%20tiep", "one line, no new header"
    assert "%0B" not in body and "%E2%80%A8" not in body and "%00" not in body and "%1B" not in body
