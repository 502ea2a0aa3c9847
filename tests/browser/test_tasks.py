"""The 31 tasks of docs/quality.md, walked through as a visitor with a phone does, every tap counted. That document says
how many taps each takes: a test of its own holds it to what is counted here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.search_page import ANSWERED, Visit, codes
from tests.conftest import PROJECT
from tests.support.chromium import until
from tests.support.night import at_night

BIRTH = "thu-tuc/1-001193/"
QUALITY = PROJECT / "docs" / "quality.md"
# shown by tests that are about nothing else
HELD = {
    16: "test_new_units.py::test_the_table_is_searched",
    19: "test_pages_frame.py::test_a_commune_chosen_once_is_on_every_page",
    23: "test_pages_frame.py::test_the_order_of_the_keyboard_is_the_order_of_reading",
    24: "test_pages_frame.py::test_large_text_on_a_narrow_phone_leaves_room_for_the_page",
    25: "test_pages_frame.py::test_large_text_and_dark_are_kept",
    26: "test_offline.py::test_the_pages_of_my_commune_without_network",
    27: "test_offline.py::test_the_offline_page_is_whole_under_any_address",
    31: "test_embedding.py::test_inside_a_portal_of_another_origin_with_a_strict_policy",
}


@dataclass
class Visitor:
    """A page, and how often it was tapped. Typing is no tap, the key that sends what was typed is one."""

    page: Page
    taps: int = 0

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def link(self, name: str, exact: bool = True, inside: str = "main") -> None:
        self.tap(self.page.locator(inside).get_by_role("link", name=name, exact=exact).first)

    def search(self, words: str) -> None:
        """Ask the box of the page that is open."""
        box = self.page.locator("main [data-search] input")
        box.fill(words)
        box.press("Enter")
        self.taps += 1
        self.page.wait_for_selector(ANSWERED)

    def answer(self, *words: str) -> None:
        for text in words:
            self.tap(self.page.locator("[data-cases] summary:visible", has_text=text).last)


Task = Callable[[Visitor], None]
TASKS: dict[int, tuple[str, int, Task]] = {}  # where it begins, the taps it takes, how


def task(number: int, path: str, taps: int) -> Callable[[Task], Task]:
    def add(walk: Task) -> Task:
        TASKS[number] = (path, taps, walk)
        return walk

    return add


@task(1, "", 2)
def birth_of_unmarried_parents_by_search(visitor: Visitor) -> None:
    visitor.search("khai sinh không kết hôn")
    assert codes(visitor.page)[0] == "1.000689"
    visitor.tap(visitor.page.locator("[data-results] a").first)
    expect(visitor.page.locator("h1")).to_have_text("Khai sinh và nhận cha một lần")


@task(2, "", 2)
def the_same_by_the_guide(visitor: Visitor) -> None:
    visitor.link("Sinh con", exact=False)
    visitor.link("Khai sinh và nhận cha một lần", exact=False)
    expect(visitor.page).to_have_url(re.compile("/1-000689/"))


@task(3, BIRTH, 2)
def the_same_on_the_page_everybody_opens(visitor: Visitor) -> None:
    visitor.answer("cha muốn đứng tên")
    visitor.tap(visitor.page.locator("[data-cases] a:visible", has_text="nhận cha").first)
    expect(visitor.page).to_have_url(re.compile("/1-000689/"))


MARRIED = ["Đã đăng ký kết hôn", "Đúng", "Cha, mẹ, ông, bà", "Trong 60 ngày", "Đến tận nơi"]


@task(4, BIRTH, 5)
def birth_of_married_parents(visitor: Visitor) -> None:
    visitor.answer(*MARRIED)
    papers = visitor.page.locator("#ho-so [data-paper]:visible label")
    expect(papers).to_have_count(4)
    assert any("kết hôn" in text for text in papers.all_text_contents())


@task(5, BIRTH, 6)
def print_the_list_of_a_case(visitor: Visitor) -> None:
    visitor.page.evaluate("window.print = () => { window.printed = true; }")
    visitor.answer(*MARRIED)
    visitor.tap(visitor.page.get_by_role("button", name="In danh mục này"))
    until(visitor.page, "window.printed")
    visitor.page.emulate_media(media="print")
    expect(visitor.page.locator(".tthc-sheet")).to_contain_text("Nội dung tính đến ngày 31/12/2023")


@task(6, BIRTH, 1)
def the_sheet_of_a_procedure(visitor: Visitor) -> None:
    address = visitor.page.get_by_role("link", name="Phiếu chuẩn bị hồ sơ (PDF)")
    file = visitor.page.request.get(visitor.page.url.replace(BIRTH, "") + (address.get_attribute("href") or "")[6:])
    assert file.body().startswith(b"%PDF")
    visitor.taps += 1  # a phone opens the file where a browser without windows would keep it


@task(7, BIRTH, 1)
def the_blank_form(visitor: Visitor) -> None:
    visitor.link("theo mẫu")
    form = visitor.page.locator("#bieu-mau")  # unfolded by a script, after the tap
    expect(form).to_contain_text("Tờ khai đăng ký khai sinh", use_inner_text=True)
    expect(form).to_contain_text(re.compile("Tải|Lấy mẫu giấy tại nơi nhận hồ sơ"), use_inner_text=True)


@task(8, BIRTH, 0)
def the_fee_of_a_late_registration(visitor: Visitor) -> None:
    fee = visitor.page.locator("dt", has_text="Bao nhiêu tiền").locator("xpath=..")
    assert re.search(r"Quá 60 ngày: (mức của tỉnh|\d)", fee.inner_text())
    expect(visitor.page.locator("#phi")).to_contain_text(re.compile(r"hỏi trước|\d đồng"))


@task(9, "", 2)
def hours_of_my_desk(visitor: Visitor) -> None:
    _my_commune(visitor)
    expect(visitor.page.locator("[data-mine-place]")).to_contain_text("Giờ nhận")


@task(10, "", 2)
def telephone_of_my_commune(visitor: Visitor) -> None:
    _my_commune(visitor)
    expect(visitor.page.locator("[data-mine-place]")).to_contain_text("Điện thoại")


def _my_commune(visitor: Visitor) -> None:
    visitor.tap(visitor.page.locator("[data-mine] > summary"))
    visitor.tap(visitor.page.locator("[data-mine] a", has_text="Xã An Thanh"))


@task(11, "", 2)
def complain_about_an_officer(visitor: Visitor) -> None:
    visitor.link("Gửi phản ánh, kiến nghị")
    expect(visitor.page.locator("main")).to_contain_text("cán bộ làm không đúng")
    system = visitor.page.get_by_role("link", name="Gửi qua Hệ thống phản ánh, kiến nghị quốc gia")
    assert (system.get_attribute("href") or "").startswith("https://pakn.dichvucong.gov.vn")
    visitor.taps += 1  # the second tap leaves the site


@task(12, "", 2)
def when_the_third_quarters_report_is_due(visitor: Visitor) -> None:
    visitor.link("Kế hoạch", exact=False)
    visitor.link("Lịch", exact=False)
    row = visitor.page.locator("tr", has_text="Quý III/2023")
    expect(row).to_contain_text("nên gửi chậm nhất 15/09/2023")


@task(13, "", 1)
def what_changed_lately(visitor: Visitor) -> None:
    visitor.link("Có gì mới", inside="footer")
    expect(visitor.page.locator("main li").first).to_contain_text(re.compile(r"Từ \d\d/\d\d/20\d\d"))


@task(14, "", 2)
def which_commune_it_is_today(visitor: Visitor) -> None:
    visitor.tap(visitor.page.get_by_role("region", name="Xã, thị trấn của bạn").locator("summary"))
    visitor.link("Xã An Thanh")
    now = visitor.page.get_by_text("Nay thuộc thành phố Hải Phòng: xã Chí Minh").first
    expect(now).to_be_visible()
    assert (now.bounding_box() or {"y": 9999})["y"] < 844


@task(15, "", 1)
def merged_communes_in_the_search(visitor: Visitor) -> None:
    for words in ("xã Lạc Phượng", *at_night("sáp nhập xã", "hải phòng")):
        visitor.page.goto(re.sub(r"tim-kiem/.*", "", visitor.page.url))
        visitor.taps = 0
        visitor.search(words)
        expect(visitor.page.locator("[data-results] a[href*='xa-moi/']").first).to_be_visible()


@task(17, "", 1)
def driving_licence(visitor: Visitor) -> None:
    visitor.search("đổi bằng lái xe")
    card = visitor.page.locator(".tthc-elsewhere")
    expect(card.locator("h2")).to_contain_text("nay là Phòng Cảnh sát giao thông")
    expect(card).to_contain_text("Ngày 31/12/2023: Sở Giao thông vận tải")


@task(18, "", 1)
def building_permit(visitor: Visitor) -> None:
    visitor.search("giấy phép xây nhà")
    first = visitor.page.locator("[data-results] [data-code]").first
    expect(first).to_contain_text("Xin phép xây nhà")
    expect(first).to_contain_text("nhà ở riêng lẻ")


@task(20, BIRTH, 5)
def share_answers(visitor: Visitor) -> None:
    visitor.answer(*MARRIED)
    expect(visitor.page.locator("#ho-so [data-paper]:visible")).to_have_count(4)
    shared = visitor.page.url
    visitor.page.evaluate("localStorage.clear()")
    visitor.page.goto(shared)
    expect(visitor.page.locator("#ho-so [data-paper]:visible")).to_have_count(4)


@task(21, BIRTH, 1)
def back_keeps_the_answers(visitor: Visitor) -> None:
    visitor.answer(*MARRIED)
    expect(visitor.page.locator("#ho-so [data-paper]:visible")).to_have_count(4)
    visitor.link("Hộ tịch", inside=".tthc-breadcrumbs")
    visitor.taps = 0
    visitor.page.go_back()
    visitor.taps += 1
    expect(visitor.page.locator("#ho-so [data-paper]:visible")).to_have_count(4)


@task(28, "thu-tuc/1-004873/", 2)
def the_day_of_the_result(visitor: Visitor) -> None:
    for name, value in (("Ngày nộp đủ hồ sơ", "2023-04-28"), ("Giờ nộp", "18:00")):
        field = visitor.page.get_by_label(name)
        visitor.tap(field)
        field.fill(value)
    expect(visitor.page.locator("[data-due-result]")).to_contain_text("thứ Ba, ngày 09/05/2023")


@task(29, BIRTH, 2)
def report_a_mistake(visitor: Visitor) -> None:
    visitor.link("Báo lỗi trên trang này", inside="body")
    expect(visitor.page.locator("[data-nowhere]")).to_contain_text("Trang này không gửi thay bạn")
    expect(visitor.page.get_by_role("link", name="Chép và mở Hệ thống quốc gia")).to_be_visible()
    visitor.taps += 1  # the second tap leaves the site


@task(30, "don-vi/an-thanh/", 1)
def post_the_list(visitor: Visitor) -> None:
    visitor.link("Xem danh mục đầy đủ", exact=False)
    files = visitor.page.locator("main a[href$='.pdf'], main a[href$='.docx']")
    expect(files.nth(1)).to_be_attached()


@pytest.mark.parametrize("number", sorted(TASKS))
def test_task(tab: Visit, number: int) -> None:
    path, taps, walk = TASKS[number]
    visitor = Visitor(tab(path))
    walk(visitor)
    assert visitor.taps == taps


def test_without_a_script_everything_is_reached_by_letters(tab: Visit) -> None:
    """Task 22: what was typed cannot be searched; the page says so, and leads to a list of all, Đ apart from D."""
    page = tab("tim-kiem/?q=khai+sinh", scripts=False)
    expect(page.locator("main noscript p")).to_contain_text("Trình duyệt đang tắt JavaScript nên không tìm được")
    links = page.locator("main a[href*='theo-chu-cai/#']")
    letters = [text.split()[0] for text in links.all_text_contents()]
    assert letters.index("Đ") == letters.index("D") + 1
    links.filter(has_text=re.compile(r"^\s*L\s")).click()
    expect(page.get_by_role("link", name="Làm giấy khai sinh", exact=True)).to_be_in_viewport()


def test_the_document_tells_what_was_counted() -> None:
    row = r"^\| (\d+) \| [^|]* \| ([^|]*) \| ([^|]*) \|"
    rows = re.findall(row, QUALITY.read_text("utf-8"), re.MULTILINE)
    told = {int(number): now for number, _, now in rows}
    assert sorted(told) == list(range(1, 32))
    assert [number for number, before, now in rows if before != "–" and int(now) > int(before)] == []
    assert {number: told[number] for number in TASKS} == {number: str(taps) for number, (_, taps, _) in TASKS.items()}
    for place in HELD.values():
        file, _, test = place.partition("::")
        assert f"def {test}(" in (PROJECT / "tests" / "browser" / file).read_text("utf-8")
    assert {*TASKS, *HELD, 22} == set(told)
