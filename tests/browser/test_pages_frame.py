"""What every page carries: the visitor's commune, display settings, “Trang này có rõ không?”, order for keyboards."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import settled, until
from tests.support.night import at_night

Visit = Callable[..., Page]
BIRTH = "thu-tuc/1-001193/"


def test_a_commune_chosen_once_is_on_every_page(tab: Visit) -> None:
    page = tab(BIRTH)
    page.locator("[data-mine] > summary").click()
    page.locator("[data-mine] a", has_text="Xã An Thanh").click()
    expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã An Thanh")
    expect(page.locator("[data-fact=place]")).to_have_text("Một cửa xã An Thanh")
    expect(page.locator("[data-my-desk]")).to_contain_text("Trụ sở UBND xã An Thanh")
    assert page.url.endswith("?xa=an-thanh")
    page.goto(page.url.replace(f"{BIRTH}?xa=an-thanh", "huong-dan/"))
    expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã An Thanh")
    page.locator("[data-mine] > summary").click()
    for words in ("Nơi nộp", "Giờ nhận", "Điện thoại", "Số nhận phản ánh"):
        expect(page.locator("[data-mine-place]")).to_contain_text(words)
    # 23 other communes stood between the desk and the page, 600 px on a phone
    other = page.locator("[data-mine] a[data-slug='van-to']")
    expect(other).to_be_hidden()
    for _ in range(2):
        page.get_by_text("Đổi sang xã khác").click()
        other.click()
        expect(page.locator("[data-mine-name]")).to_have_text("Xã của bạn: Xã Văn Tố")
        expect(other).to_be_hidden()


def test_a_shared_address_does_not_change_what_is_kept(tab: Visit) -> None:
    page = tab(f"{BIRTH}?xa=an-thanh")
    expect(page.locator("[data-mine-name]")).to_contain_text("An Thanh")
    assert page.evaluate("localStorage.length") == 0


def test_a_commune_that_does_not_exist_changes_nothing(tab: Visit) -> None:
    page = tab(f"{BIRTH}?xa=khong-co")
    settled(page)
    expect(page.locator("[data-mine-name]")).to_have_text("Chọn xã của bạn")


def test_district_procedures_show_the_districts_desk(tab: Visit) -> None:
    page = tab("thu-tuc/2-000528/?xa=an-thanh")
    expect(page.locator("[data-fact=place]")).to_have_text("Một cửa huyện Tứ Kỳ")


def test_all_communes_without_a_script(tab: Visit) -> None:
    page = tab(BIRTH, scripts=False)
    page.locator("[data-mine] > summary").click()
    expect(page.locator("[data-mine] li a:visible")).to_have_count(23)
    page.locator("[data-mine] a", has_text="Xã An Thanh").click()
    expect(page).to_have_url(re.compile("/don-vi/an-thanh/$"))


def test_without_network_the_commune_says_so(tab: Visit) -> None:
    page = tab(BIRTH)
    page.route("**/places*", lambda route: route.abort())
    page.locator("[data-mine] > summary").click()
    page.locator("[data-mine] a", has_text="Xã An Thanh").click()
    expect(page.locator("[data-mine-place]")).to_contain_text("có thể đang không có mạng")


def test_large_text_and_dark_are_kept(tab: Visit) -> None:
    page = tab(BIRTH)
    before = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.get_by_role("button", name="Danh mục", exact=True).click()
    page.get_by_role("button", name="Chữ lớn").click()
    page.get_by_role("button", name="Nền tối").click()
    page.reload()
    until(page, "document.documentElement.dataset.text === 'large'")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > before * 1.2
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 19, 15)"


def test_a_browser_that_keeps_nothing_still_works(visit: Visit) -> None:
    page = visit(BIRTH)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })")
    page.reload()
    page.get_by_label("Giấy chứng sinh", exact=True).check()
    expect(page.locator("[data-left]")).to_contain_text("Còn thiếu 2")


def test_five_answers_and_a_report_open_the_feedback_page_filled_in(tab: Visit) -> None:
    page = tab(BIRTH)
    page.get_by_role("link", name="2 Khó hiểu").click()
    expect(page.locator("[data-about=trang]").first).to_have_text("/thu-tuc/1-001193/")
    expect(page.get_by_label("2 – Khó hiểu")).to_be_checked()
    expect(page.get_by_role("group", name="Vướng ở đâu?")).to_be_visible()
    expect(page.get_by_role("group", name="Điều gì giúp bạn?")).to_be_hidden()
    page.get_by_label("Thông tin sai hoặc đã cũ").check()
    expect(page.get_by_label("Nội dung sẽ gửi")).to_have_value(re.compile("- Thông tin sai hoặc đã cũ"))
    sent = page.get_by_label("Nội dung sẽ gửi").input_value()
    assert "Tệp nội dung: procedures/ho-tich/1.001193.yml" in sent.replace("content/", "")
    assert "Bản: 2023-12-31." in sent and "Mức độ rõ: 2/5" in sent


def test_without_a_mailbox_one_tap_copies_the_text_and_opens_the_national_system(browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"{site}phan-anh/gop-y/?trang=/thu-tuc/1-001193/&diem=1")
    page.route(
        "https://pakn.dichvucong.gov.vn/**",
        lambda route: route.fulfill(body="<title>quốc gia</title>", content_type="text/html; charset=utf-8"),
    )
    expect(page.locator("[data-nowhere]")).to_contain_text("Trang này không gửi thay bạn")
    page.get_by_label("Nói thêm").fill("Sai số tiền")
    page.get_by_role("link", name="Chép và mở Hệ thống quốc gia").click()
    page.wait_for_url("https://pakn.dichvucong.gov.vn/**")
    page.goto(site)
    assert "Sai số tiền" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_the_units_that_take_feedback_can_be_searched(tab: Visit) -> None:
    page = tab("phan-anh/")
    expect(page.get_by_text("Chưa đơn vị nào cho biết số điện thoại, thư điện tử")).to_be_visible()
    page.get_by_label("Tìm xã của bạn").fill("an thanh")
    expect(page.locator("#don-vi-nhan li:visible")).to_have_count(1)
    expect(page.locator("#don-vi-nhan li:visible")).to_contain_text("Xã An Thanh")
    assert tab("phan-anh/", scripts=False).locator("#don-vi-nhan li:visible").count() == 24


def test_large_text_on_a_narrow_phone_leaves_room_for_the_page(tab: Visit) -> None:
    page = tab(BIRTH, viewport={"width": 320, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    box = page.locator(".tthc-header").bounding_box()
    assert box and box["height"] <= 844 / 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 390, "height": 844})  # here a term of four words pushed the page 6 px aside
    page.goto(page.url.replace("/thu-tuc/", "/hien-nay/thu-tuc/"))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 320, "height": 844})
    for path in ("hien-nay/en/", "so-tay/khi-bi-tu-choi/"):  # a button of long words; a table of the handbook
        page.goto(page.url.partition("/hien-nay/")[0].partition("/so-tay/")[0] + "/" + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    search = tab("tim-kiem/")
    search.evaluate("document.documentElement.style.fontSize = '200%'")
    question = search.get_by_role("searchbox").first.bounding_box()
    assert question and question["width"] > 300  # the button goes below: it left room for seven letters


def test_a_report_names_the_section(tab: Visit) -> None:
    page = tab(f"{BIRTH}#phi")
    page.get_by_role("link", name="Báo lỗi trên trang này").click()
    expect(page.get_by_label("Nội dung sẽ gửi")).to_have_value(re.compile("Phần: phi"))  # a script fills it


def test_nobody_else_is_told(visit: Visit, site: str) -> None:
    page = visit(BIRTH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="5 Rất rõ").click()
    page.get_by_label("Câu chữ dễ hiểu").check()
    page.get_by_label("Nói thêm").fill("Rất hay")
    expect(page.get_by_label("Nội dung sẽ gửi")).to_have_value(re.compile("Rất hay"))
    assert all(url.startswith(site) for url in asked)
    assert page.evaluate("Object.keys(localStorage).length") == 0


@pytest.mark.parametrize("path", [BIRTH, "phan-anh/gop-y/?trang=/x/", *at_night("", "tim-kiem/", "phan-anh/")])
def test_the_order_of_the_keyboard_is_the_order_of_reading(tab: Visit, path: str) -> None:
    page = tab(path, viewport={"width": 1280, "height": 900})
    settled(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    seen, tops = set(), []
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "(() => { const e = document.activeElement; if (!e || e === document.body) return null; const r = e.getBoundingClientRect();"  # noqa: E501
            " e.dataset.seen ??= String(Math.random()); return [e.dataset.seen, r.top + scrollY, r.width > 0 && r.height > 0] })()"  # noqa: E501
        )
        if place is None or place[0] in seen:
            break
        assert place[2], "focus went to something that cannot be seen"
        seen.add(place[0])
        tops.append(place[1])
    assert len(tops) > 10
    jumps = sum(1 for before, after in zip(tops, tops[1:], strict=False) if after < before - 80)
    assert jumps <= 1, "the focus jumps back up the page"


@pytest.mark.parametrize("path", ["", "tim-kiem/", BIRTH, "phan-anh/"])
def test_a_screen_reader_hears_the_parts_in_order(tab: Visit, path: str) -> None:
    tree = tab(path).locator("body").aria_snapshot()
    parts = [part for part in re.findall(r"^- (\w+)", tree, re.MULTILINE) if part != "navigation"]
    assert parts == ["link", "banner", "main", "complementary", "contentinfo"]
    main = tree[tree.index("\n- main:") :].splitlines()
    first = next(line for line in main if re.match(r" *- '?(heading|link|button|searchbox|textbox|checkbox)", line))
    assert "heading" in first and "[level=1]" in first, "the page's name comes before anything to operate"


def test_a_screen_reader_hears_the_answer_first(tab: Visit) -> None:
    tree = tab(BIRTH).locator("main").aria_snapshot()
    order = [
        "Làm giấy khai sinh",
        "Đăng ký khai sinh",
        "Ai làm được",
        "Nộp ở đâu",
        "Bao lâu",
        "Bao nhiêu tiền",
        "Mang gì",
        "Trực tuyến",
        "Cổng Dịch vụ công quốc gia",
        "Trường hợp của bạn",
        "Thành phần hồ sơ",
        "Địa chỉ tiếp nhận hồ sơ",
        "Thời hạn giải quyết",
        "Phí, lệ phí",
        "Trình tự thực hiện",
        "Kết quả thực hiện",
        "Nếu không suôn sẻ",
        "Căn cứ pháp lý",
    ]
    places = [tree.index(words) for words in order]
    assert places == sorted(places)


def test_the_skip_link_goes_to_the_content(tab: Visit) -> None:
    page = tab(BIRTH)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_headings_go_down_one_level_at_a_time(tab: Visit) -> None:
    for path in ("", BIRTH, "tim-kiem/", "phan-anh/"):
        page = tab(path, scripts=False)
        levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => e.tagName)")]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), path


def test_english_pages_are_english(tab: Visit) -> None:
    page = tab("en/")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="Contacts of all one-stop desks").click()
    expect(page.locator("#an-thanh")).to_contain_text("An Thanh Commune")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
