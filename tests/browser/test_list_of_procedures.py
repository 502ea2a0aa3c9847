"""The list of all procedures: a phone shows the names of the fields and opens what is asked for; nothing is lost
without a script, on paper or for who follows a link."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.search_page import Visit
from tests.support.night import at_night

LIST = "thu-tuc/"
OPEN = "document.querySelectorAll('[data-group] > details[open]').length"
IN_FOLDS = ("chu-l", "nv-4", "co-quan")  # the address of a heading of a fold, of something inside, of what is around it
HEIGHT = "document.documentElement.scrollHeight"
WIDE = {"width": 1280, "height": 800}


def test_a_phone_lists_the_fields_and_opens_what_is_asked_for(tab: Visit) -> None:
    page = tab(LIST)
    assert page.evaluate(OPEN) == 0
    assert page.evaluate(HEIGHT) < 3000
    page.locator("[data-group] summary", has_text="Đất đai").click()
    expect(page.get_by_role("link", name="Đổi sổ đỏ", exact=True)).to_be_visible()
    page.get_by_role("button", name="Mở hết").click()
    expect(page.get_by_role("button", name="Mở hết")).to_have_count(0)
    assert page.evaluate(OPEN) == page.locator("[data-group]").count() > 20


def test_a_filter_opens_what_it_finds(tab: Visit) -> None:
    page = tab(LIST)
    page.locator("summary", has_text="Lọc danh sách").click()
    page.get_by_label("Lĩnh vực").select_option("dat-dai")
    expect(page.locator("[data-group] [data-code]:visible")).to_have_count(14)
    expect(page.locator("[data-count]")).to_have_text("14 thủ tục")


def test_an_address_opens_its_field(tab: Visit) -> None:
    page = tab(LIST + "#lv-dat-dai")
    assert page.evaluate(OPEN) == 1
    expect(page.locator("[data-group]:has(#lv-dat-dai) [data-code]").first).to_be_visible()


def test_everything_is_open_without_a_script_on_paper_and_on_a_wide_screen(tab: Visit) -> None:
    plain = tab(LIST, scripts=False)
    groups = plain.locator("[data-group]").count()
    assert plain.locator("[data-group] > details[open]").count() == groups > 20
    assert tab(LIST, viewport=WIDE).evaluate(OPEN) == groups
    phone = tab(LIST)
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert phone.evaluate(OPEN) == groups


def test_folding_waits_for_no_module(tab: Visit) -> None:
    """Closed after the first paint, everything below would jump: the script in the head does it."""
    page = tab("404.html")
    home = page.url.removesuffix("404.html")
    page.route("**/site.*.js", lambda route: route.abort())
    page.goto(home + LIST)
    assert page.evaluate(OPEN) == 0


def test_the_list_of_a_commune_is_folded_and_searched(tab: Visit) -> None:
    page = tab("don-vi/an-thanh/thu-tuc/")
    rows = page.locator("#danh-muc tbody tr:visible")
    assert page.locator("#danh-muc tbody tr").count() > 100
    assert page.evaluate(OPEN) == rows.count() == 0
    assert page.evaluate(HEIGHT) < 3000
    page.get_by_label("Tìm trong danh mục").fill("giam ho")
    expect(rows).to_have_count(2)
    expect(page.locator("#danh-muc [data-group]:visible")).to_have_count(1)
    for code in ("1.001193", "1001193", "1,001193", "1.001.193", "1 001 193"):  # as spreadsheets show it
        page.get_by_label("Tìm trong danh mục").fill(code)
        expect(rows).to_have_count(1)
    found = page.locator("[data-table-filter] [role=status]")
    expect(found).to_have_text("Tìm thấy 1")
    page.get_by_label("Tìm trong danh mục").fill("giấy phép lái tàu")
    expect(found).to_contain_text("Ở đây không có “giấy phép lái tàu”")  # an empty page said nothing
    found.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=gi%E1%BA%A5y"))


def test_a_field_of_a_communes_list_has_what_tells_its_procedures_apart(tab: Visit) -> None:
    page = tab("don-vi/an-thanh/thu-tuc/#lv-ho-tich")
    expect(page.locator("#danh-muc tbody tr:visible")).to_have_count(20)
    assert page.evaluate(HEIGHT) < 7000  # 20 procedures, with DejaVu Sans; legal bases alone were a third
    row = page.locator("tr[data-code='1.001193']")
    expect(row.locator("[data-label='Nơi nộp']")).to_be_hidden()  # said once, above the list
    expect(page.get_by_text("Nơi nộp, nếu không ghi khác: Bộ phận Một cửa UBND xã, thị trấn.")).to_be_visible()
    other = page.locator("tr[data-code='1.000593'] [data-label='Nơi nộp']")
    expect(other).to_be_visible()
    expect(row.locator("[data-label='Căn cứ']")).to_be_hidden()
    wide = tab("don-vi/an-thanh/thu-tuc/", viewport=WIDE)
    expect(wide.locator("tr[data-code='1.001193'] [data-label='Căn cứ']")).to_be_visible()
    expect(wide.locator("tr[data-code='1.001193'] [data-label='Nơi nộp']")).to_be_visible()
    expect(wide.get_by_text("nếu không ghi khác")).to_be_hidden()


def test_other_long_pages_are_folded_and_open_where_a_link_leads(tab: Visit) -> None:
    page = tab("404.html")
    home = page.url.removesuffix("404.html")
    for path, height, inside in (
        ("tim-kiem/theo-chu-cai/", 2500, "chu-l"),
        ("ke-hoach/2023/", 6500, "nv-4"),
        ("ke-hoach/2023/cong-khai/", 5000, "co-quan"),
        ("ke-hoach/2023/co-quan/ubnd-an-thanh/", 5000, "kinh-phi"),
        ("ke-hoach/2023/tien-do/", 4000, "xem-rieng"),
        ("ke-hoach/2023/mot-cua/", 3500, "noi-nhan"),
        ("en/contacts/", 3000, "an-thanh"),
        ("so-tay/cac-truong/", 4000, "site_version"),
        ("so-tay/kiem-tra/", 25000, "tt-020"),
    ):
        page.goto(home + path)
        closed = page.locator("main details.tthc-fold:not([open])").count()
        assert closed and page.evaluate(HEIGHT) < height, path
        if inside not in IN_FOLDS and not at_night(inside):
            continue  # the same script opens these
        page.goto("about:blank")
        page.goto(f"{home}{path}#{inside}")
        expect(page.locator("main details.tthc-fold:not([open])")).to_have_count(closed - 1)
        expect(page.locator(f"#{inside}")).to_be_in_viewport()


def test_a_long_guide_shows_the_names_and_the_rest_when_asked(tab: Visit) -> None:
    page = tab("huong-dan/lam-lai-giay-to/")
    assert page.evaluate(HEIGHT) < 7000
    item = page.locator("[data-code='2.000635']").first
    expect(item.get_by_role("link").first).to_be_visible()
    expect(item.locator(".tthc-item__facts")).to_be_hidden()
    item.locator("summary").first.click()
    expect(item.locator(".tthc-item__facts")).to_be_visible()
    expect(tab("huong-dan/sinh-con/").locator(".tthc-item__facts").first).to_be_visible()


def test_the_checks_are_searched(tab: Visit) -> None:
    page = tab("so-tay/kiem-tra/")
    page.get_by_label("Tìm kiểm tra").fill("TT-042:")
    expect(page.locator("#cac-kiem-tra > section:visible")).to_have_count(1)
    expect(page.locator("#tt-042 li, #tt-042 p").first).to_be_visible()  # what is inside a row is no row


def test_a_commune_leads_to_its_procedures_of_a_field(tab: Visit) -> None:
    page = tab("don-vi/an-thanh/")
    page.locator("#tiep-nhan ~ ul a", has_text="Hộ tịch").click()
    expect(page.locator("#danh-muc tbody tr:visible")).to_have_count(20)


def test_a_document_and_a_reform_list_the_fields(tab: Visit) -> None:
    for path in ("van-ban/85-2019-tt-btc/", "thay-doi/2025-07-01/"):
        page = tab(path)
        groups = page.locator("main .tthc-fold--group")
        assert groups.count() > 1
        assert page.locator("main .tthc-fold--group[open]").count() == 0
        assert page.evaluate(HEIGHT) < 4000, path
        groups.first.locator("summary").first.click()
        expect(groups.first.locator("[data-code]").first).to_be_visible()


def test_a_long_field_shows_the_names_and_the_rest_when_asked(tab: Visit) -> None:
    page = tab("linh-vuc/ho-tich/")
    item = page.locator("[data-code='1.001193']")
    expect(item.get_by_role("link", name="Làm giấy khai sinh", exact=True)).to_be_visible()
    assert page.evaluate(HEIGHT) < 6000
    facts = item.locator(".tthc-item__facts")
    expect(facts).to_be_hidden()
    item.locator("summary").click()
    expect(facts).to_contain_text("1 ngày làm việc")
    page.get_by_label("Tìm trong").fill("giam ho")
    expect(page.locator("#thu-tuc > li:visible")).to_have_count(6)
    wide = tab("linh-vuc/ho-tich/", viewport=WIDE)
    expect(wide.locator("[data-code='1.001193'] .tthc-item__facts")).to_be_visible()
    expect(wide.locator("[data-code='1.001193'] summary")).to_be_hidden()
