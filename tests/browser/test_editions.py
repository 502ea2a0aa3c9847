"""From any page of 2023: the edition is seen without scrolling, and what holds now is one tap away (390 × 844)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.search_page import ANSWERED, Visit
from tests.support.chromium import until
from tests.support.night import at_night

PAGES = [
    *("", "thu-tuc/1-001193/", "thu-tuc/1-001193/tu-2025-07-01/"),
    "thu-tuc/1-001733/",  # replaced
    "thu-tuc/1-000748/",  # unknown
    *("tim-kiem/?q=khai+sinh", "xa-moi/chi-minh/", "nhung/an-thanh/", "en/"),
    *at_night("linh-vuc/ho-tich/", "don-vi/an-thanh/", "van-ban/123-2015-nd-cp/", "ke-hoach/2023/"),  # the same frame
    *at_night("thu-tuc/", "thu-tuc/1-001193/thay-doi/", "linh-vuc/", "don-vi/", "don-vi/tien-dong/thu-tuc/"),
    *at_night("don-vi/tu-ky/", "huong-dan/sinh-con/", "ke-hoach/2023/nhiem-vu/1/", "phan-anh/", "tin-tuc/"),
    *at_night("chat-luong/", "xa-moi/", "thay-doi/2025-07-01/", "may-tra-cuu/"),
]


def test_the_edition_is_in_the_first_screen(tab: Visit, site: str) -> None:
    page = tab("404.html")
    for path in PAGES:
        page.goto(site + path)
        band = page.locator("[data-edition]").first
        box = band.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= 844, (path, box)
        assert "2023" in band.inner_text(), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        link = band.locator("a").first
        assert link.bounding_box(), path
        if path.startswith("nhung/"):  # embedded in another portal: leads to the public address, in a tab of its own
            assert (link.get_attribute("href") or "").endswith("/hien-nay/")
            continue
        link.click()
        page.wait_for_load_state()
        assert "/hien-nay/" in page.url, path
        assert page.locator("[data-edition]").count() == 0, path
        assert page.locator("h1").first.is_visible(), path


def test_a_procedure_of_another_edition_says_so_and_leads_there(tab: Visit) -> None:
    page = tab(f"tim-kiem/?q={quote('đi cai nghiện tự nguyện mất mấy ngày')}")
    page.wait_for_selector(ANSWERED)
    words = "Chỉ có trong bản hiện nay (26/11/2026)"
    first = page.locator("[data-results] .tthc-item").first
    expect(first).to_have_attribute("data-code", "3.000527")
    expect(first).to_contain_text(words)
    expect(page.locator(".tthc-answer")).to_contain_text(words)  # before the fact
    assert page.locator(".tthc-answer a").first.get_attribute("href") == "../hien-nay/thu-tuc/3-000527/"
    first.locator(".tthc-item__name").click()
    page.wait_for_url("**/hien-nay/thu-tuc/3-000527/")
    expect(page.locator("h1")).to_have_text("Đi cai nghiện tự nguyện")
    page = tab("")
    page.locator("main input[type=search]").fill("đi cai nghiện tự nguyện")
    expect(page.locator("[role=option][data-code='3.000527']")).to_contain_text(words)


def test_the_reform_page_reads_right_for_five_procedures(real_site: Path) -> None:
    """Checked by hand against the national records: where it is filed now, and who decides."""
    html = (real_site / "hien-nay/thay-doi/2025-07-01/index.html").read_text("utf-8")
    for code in ("1.001193", "1.000894", "2.002189", "1.001612", "2.000815"):
        row = html.partition(f'<li data-code="{code}">')[2].partition("</details>")[0]
        assert "Trung tâm Phục vụ hành chính công xã" in row, code
    moved = html.partition('<li data-code="2.002189">')[2].partition("</details>")[0]
    assert "cấp huyện → cấp xã" in moved or ("bớt cấp huyện" in moved or "thêm cấp xã" in moved)


def test_an_unknown_address_of_an_edition_leads_into_that_edition(tab: Visit, site: str) -> None:
    """Where the host has one page for all unknown addresses, that of the root: the address stays, so that a slip in it
    can be mended, and the search, the lists and the menu are those of the edition."""
    page = tab("hien-nay/thu-tuc/1-00119/")
    until(page, "document.title.includes('các xã vùng Tứ Kỳ')")
    assert page.url == f"{site}hien-nay/thu-tuc/1-00119/"
    assert page.locator("[data-edition]").count() == 0
    ways = page.evaluate("[...document.querySelectorAll('header a, main a, form')].map((e) => e.href ?? e.action)")
    inside = [address for address in ways if address.startswith(f"{site}hien-nay/")]
    assert len(inside) > 10 and set(ways) - set(inside) == {site, f"{site}thu-tuc/", f"{site}tim-kiem/"}
    page.locator("main input[type=search]").fill("khai sinh")  # the scripts of that edition run
    page.locator("[role=option][data-code='1.001193']").click()
    page.wait_for_url(f"{site}hien-nay/thu-tuc/1-001193/")
    assert tab("thu-tuc/1-00119/").locator("[data-edition]").count() == 1


def test_what_an_unknown_address_names_is_ready_to_be_searched(tab: Visit) -> None:
    for path, said in {
        "thu-tuc/1.001193/": "1.001193",
        "thu-tuc/1-001193.html": "1-001193",
        "%C4%91%C4%83ng-k%C3%BD-khai-sinh/": "đăng ký khai sinh",
        "thu-tuc/khai_sinh": "khai sinh",
        "%ff/": "%ff",
        "404.html": "",
    }.items():
        expect(tab(path).locator("main input[type=search]")).to_have_value(said)


def test_the_other_edition_gets_the_same_question_and_opens_at_the_same_place(tab: Visit, site: str) -> None:
    page = tab("hien-nay/tim-kiem/?q=khai+sinh&xa=chi-minh-2025")
    page.wait_for_selector(ANSWERED)
    page.locator("footer a", has_text="Bản năm 2023").click()
    page.wait_for_url(f"{site}tim-kiem/?q=khai+sinh")
    page.wait_for_selector(ANSWERED)
    page.locator("[data-edition] a").click()
    page.wait_for_url(f"{site}hien-nay/tim-kiem/?q=khai+sinh")
    page = tab("hien-nay/thu-tuc/1-001193/#ho-so")
    page.locator("footer a", has_text="Bản năm 2023").click()
    page.wait_for_url(f"{site}thu-tuc/1-001193/#ho-so")
    page = tab("hien-nay/don-vi/chi-minh-2025/thu-tuc/?q=x")  # another page: of one of the communes it was made of
    page.locator("footer a", has_text="xã An Thanh").click()
    page.wait_for_url(f"{site}don-vi/an-thanh/thu-tuc/")


def test_without_a_script_an_unknown_address_names_both_editions(tab: Visit, site: str) -> None:
    page = tab("hien-nay/thu-tuc/1-00119/", scripts=False)
    ways = page.evaluate("[...document.querySelectorAll('[data-unknown] a')].map((e) => e.href)")
    assert ways == [f"{site}{folder}{page}" for folder in ("hien-nay/", "") for page in ("", "thu-tuc/", "tim-kiem/")]
