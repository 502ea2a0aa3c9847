"""A procedure's page as a visitor with a phone uses it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.night import at_night

Visit = Callable[..., Page]
BIRTH = "thu-tuc/1-001193/"
# many cases, ngành dọc, a long name; at night few words, too
SAMPLES = [BIRTH, "thu-tuc/1-004222/", "thu-tuc/2-000889/", *at_night("thu-tuc/1-004873/", "thu-tuc/1-001776/")]


@pytest.mark.parametrize("path", SAMPLES)
def test_the_first_screen_answers(tab: Visit, path: str) -> None:
    page = tab(path)
    for words in ("Ai làm được", "Nộp ở đâu", "Bao lâu", "Bao nhiêu tiền", "Mang gì", "Trực tuyến"):
        box = page.locator("dt", has_text=words).locator("xpath=..").bounding_box()
        assert box and box["y"] + box["height"] <= 844, words
    button = page.get_by_role("link", name="Cổng Dịch vụ công quốc gia").first.bounding_box()
    lead = page.locator(".tthc-lead").bounding_box()
    assert button and lead and lead["y"] < button["y"] and button["y"] + button["height"] <= 844


def test_the_birth_page_is_short_on_a_phone(tab: Visit) -> None:
    """With DejaVu Sans, an eighth wider than the font of most phones."""
    assert tab(BIRTH).evaluate("document.documentElement.scrollHeight") <= 4700


FOLDS = ["bieu-mau", "khi-vuong", "co-quan", "can-cu", "thay-doi", "lien-quan"]


def test_what_is_read_last_is_folded_on_phones_and_found_by_its_address(tab: Visit) -> None:
    page = tab(BIRTH)
    for part in FOLDS:
        expect(page.locator(f"#{part} > details")).not_to_have_attribute("open")
    page.get_by_role("link", name="Căn cứ", exact=True).click()
    expect(page.locator("#can-cu li").first).to_be_visible()
    expect(tab(f"{BIRTH}#lien-quan").locator("#lien-quan li").first).to_be_visible()
    for options in ({"viewport": {"width": 1280, "height": 900}}, {"scripts": False}):
        page = tab(BIRTH, **options)
        for part in FOLDS:
            expect(page.locator(f"#{part} > details")).to_have_attribute("open")


def test_papers_of_an_answered_case_are_not_left_folded(tab: Visit) -> None:
    page = tab(BIRTH)
    case = page.locator("[data-case]", has_text="Trẻ bị bỏ rơi").first
    expect(case).to_be_hidden()  # in the one line for all cases, which the questions above ask for
    expect(page.locator("[data-more] > summary")).to_have_text("Thêm tùy trường hợp (5)")
    answer(page, "trẻ bị bỏ rơi", "Người khác được nhờ", "Trong 60 ngày", "Đến tận nơi")
    expect(case.locator("[data-paper] label")).to_be_visible()
    page.get_by_role("button", name="Hiện mọi trường hợp").click()
    expect(page.locator("[data-case]:visible")).to_have_count(5)
    page = tab("thu-tuc/2-000815/?th=0")
    expect(page.locator("[data-paper]").first).to_be_visible()


def test_ticks_are_counted_and_kept_on_this_device(tab: Visit) -> None:
    page = tab(BIRTH)
    page.get_by_label("Giấy chứng sinh", exact=True).check()
    left = page.locator("[data-left]")
    expect(left).to_have_text("Còn thiếu 2 trong 3 giấy tờ ai cũng cần.")
    page.reload()
    expect(page.get_by_label("Giấy chứng sinh", exact=True)).to_be_checked()
    expect(left).to_have_text("Còn thiếu 2 trong 3 giấy tờ ai cũng cần.")
    page.get_by_label("Tờ khai đăng ký khai sinh", exact=True).check()
    page.get_by_label(re.compile("^Căn cước công dân")).check()
    expect(left).to_have_text("Đã đủ 3 giấy tờ ai cũng cần.")
    page.get_by_role("button", name="Bỏ đánh dấu tất cả").click()
    page.reload()
    expect(page.get_by_label("Giấy chứng sinh", exact=True)).not_to_be_checked()


def answer(page: Page, *words: str) -> None:
    for text in words:
        page.locator("[data-cases] summary:visible", has_text=text).last.click()


def test_questions_lead_to_exactly_the_papers_of_the_case(tab: Visit) -> None:
    page = tab(BIRTH)
    answer(page, "trẻ bị bỏ rơi", "Người khác được nhờ", "Quá 60 ngày", "Không", "Qua mạng")
    shown = page.locator("#ho-so [data-paper]:visible label")
    expect(shown).to_have_text(
        ["Tờ khai đăng ký khai sinh", "Văn bản ủy quyền có chứng thực", "Biên bản về việc trẻ bị bỏ rơi"]
    )
    expect(page.locator("dd [data-fact=papers]")).to_have_text("3 giấy tờ của trường hợp bạn")
    expect(page.locator("dd [data-fact=fee]")).to_have_text("Mức do HĐND tỉnh, hỏi trước")
    expect(page.locator("[data-left]")).to_contain_text("Còn thiếu 3 trong 3 giấy tờ của trường hợp bạn")
    shared = page.url
    assert "ket-hon=bo-roi" in shared and "han=qua-han" in shared

    again = tab(shared.split("/", 3)[3])
    expect(again.locator("#ho-so [data-paper]:visible")).to_have_count(3)
    again.get_by_role("button", name="Hiện mọi trường hợp").click()
    expect(again.locator("#ho-so [data-paper]:visible")).to_have_count(8)
    expect(again).to_have_url(re.compile(r"^[^?]*$"))


def test_an_answer_that_means_another_procedure_leads_there(tab: Visit) -> None:
    page = tab(BIRTH)
    answer(page, "Đã đăng ký kết hôn", "Không, có người nước ngoài")
    page.locator("[data-cases] a:visible", has_text="nước ngoài").click()
    expect(page).to_have_url(re.compile("/thu-tuc/2-000528/$"))


def test_cases_without_questions_can_be_picked(tab: Visit) -> None:
    page = tab("thu-tuc/1-001613/")
    page.get_by_label("Đúng với tôi").first.check()
    expect(page.locator("[data-left]")).to_contain_text("của trường hợp bạn")
    assert "th=0" in page.url


def test_without_a_script_everything_is_there(tab: Visit) -> None:
    page = tab(BIRTH, scripts=False)
    expect(page.locator("#ho-so [data-paper]:visible")).to_have_count(8)
    answer(page, "trẻ bị bỏ rơi", "Người khác được nhờ", "Quá 60 ngày", "Không", "Qua mạng")
    outcome = page.locator("[data-outcome]:visible")
    expect(outcome).to_have_count(1)
    expect(outcome).to_contain_text("Bạn cần 3 giấy tờ")
    assert outcome.locator("ul li").all_text_contents() == [
        "Tờ khai đăng ký khai sinh",
        "Văn bản ủy quyền có chứng thực",
        "Biên bản về việc trẻ bị bỏ rơi",
    ]
    for (
        section
    ) in "trinh-tu cach-thuc ho-so thoi-han phi doi-tuong co-quan noi-nop ket-qua bieu-mau yeu-cau can-cu".split():
        expect(page.locator(f"section#{section}")).to_be_visible()
    expect(page.get_by_role("button", name="In danh mục")).to_have_count(0)
    expect(page.locator("[data-due]")).to_be_hidden()


def test_the_day_of_the_result_and_what_was_counted(tab: Visit) -> None:
    page = tab("thu-tuc/1-004873/")
    page.get_by_label("Ngày nộp đủ hồ sơ").fill("2023-04-28")
    page.get_by_label("Giờ nộp").fill("18:00")
    out = page.locator("[data-due-result]")
    expect(out).to_contain_text("Trả kết quả chậm nhất thứ Ba, ngày 09/05/2023")
    for words in ("nộp sau giờ nhận hồ sơ", "thứ Năm, ngày 04/05/2023", "30/04/2023 (Ngày Chiến thắng)", "lấy 17:00"):
        expect(out).to_contain_text(words)


def test_without_network_the_calculator_says_so(tab: Visit) -> None:
    page = tab("thu-tuc/1-004873/")
    page.get_by_label("Giờ nộp").fill("09:00")  # the modules are there, the days off are not yet
    page.route("**/days-off*", lambda route: route.abort())
    page.get_by_label("Ngày nộp đủ hồ sơ").fill("2023-04-28")
    expect(page.locator("[data-due-result]")).to_contain_text("có thể đang không có mạng")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("path", SAMPLES)
def test_the_checklist_prints_on_one_sheet(tab: Visit, path: str) -> None:
    page = tab(f"{path}?xa=an-thanh")
    page.evaluate("window.print = () => {}")
    expect(page.locator("[data-mine-name]")).to_contain_text("An Thanh")
    page.get_by_role("button", name="In danh mục này").click()
    page.emulate_media(media="print")
    head = page.locator(".tthc-sheet")
    expect(head.locator("svg.tthc-qr")).to_be_visible()
    expect(head).to_contain_text("Quyết định công bố")
    expect(head).to_contain_text("Nội dung tính đến ngày 31/12/2023")
    if path != "thu-tuc/1-004222/":  # taken at the police, not at the one-stop desk
        expect(head).to_contain_text("Giờ nhận:")
    expect(page.locator("#trinh-tu")).to_be_hidden()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def test_the_whole_page_prints_as_a_document(tab: Visit) -> None:
    page = tab(BIRTH)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("nav.tthc-contents")).to_be_hidden()
    first = "[...document.querySelectorAll('body *')].find((one) => !one.children.length && one.checkVisibility() && one.innerText?.trim()).tagName"  # noqa: E501
    assert page.evaluate(first) == "H1", "the title comes first"
    assert page.locator("#can-cu li").first.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # for browsers whose styles cannot open a folded part
    closed = page.locator("main details:not([open], .tthc-doubt)")  # the foot says once what a mark of doubt means
    assert closed.count() == page.locator("[data-cases] details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#can-cu > details")).not_to_have_attribute("open")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_plain_words_beside_official_ones(tab: Visit) -> None:
    page = tab(BIRTH, scripts=False)
    term = page.locator("a.tthc-term", has_text="chứng thực").first
    assert term.get_attribute("data-plain")
    term.click()
    expect(page).to_have_url(re.compile("/giai-thich/#chung-thuc$"))
    expect(page.locator("#chung-thuc")).to_be_visible()
