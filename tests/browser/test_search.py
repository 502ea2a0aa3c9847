"""The search as a visitor meets it: the results page, the box with its suggestions, without a mouse, without
JavaScript."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PHONE
from tests.browser.search_page import ANSWERED, Visit, codes
from tests.support.axe import COLOURS, violations
from tests.support.chromium import settled, until, watched
from tests.support.night import at_night


@pytest.fixture
def ask(tab: Visit) -> Callable[..., Page]:
    """Open the search page with a question in its address and wait for the answer."""

    def open_page(text: str, more: str = "", **options: object) -> Page:
        page = tab(f"tim-kiem/?q={quote(text)}{more}", **options)
        page.wait_for_selector(ANSWERED)
        return page

    return open_page


@pytest.fixture(scope="module")
def box(browser: Browser, site: str) -> Iterator[tuple[Page, list[str]]]:
    """(the search page, open for all tests of this file; what its scripts complained of)"""
    context, errors = browser.new_context(viewport=PHONE), []
    page = watched(context.new_page())
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}tim-kiem/")
    yield page, errors
    context.close()


@pytest.fixture
def typed(box: tuple[Page, list[str]]) -> Iterator[Callable[..., Page]]:
    """Ask in the page that is open: loading the index and getting the engine ready is nearly all of a first answer."""
    page, errors = box

    def ask_there(text: str, viewport: dict[str, int] = PHONE) -> Page:
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        for words, state in (("", "[data-results][data-state=idle]"), (text, ANSWERED)):  # no answer of before is left
            page.locator("main input[type=search]").fill(words)
            page.locator("main input[type=search]").press("Enter")
            page.wait_for_selector(state, state="attached")
        return page

    yield ask_there
    assert errors == []


def test_a_question_in_the_address(ask: Callable[..., Page]) -> None:
    page = ask("lam giay khai sinh cho con can gi")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    assert codes(page)[0] == "1.001193"
    first = page.locator("[data-results] .tthc-item").first
    expect(first.locator(".tthc-item__name")).to_have_text("Làm giấy khai sinh")  # the name that people say …
    expect(first.locator(".tthc-item__official")).to_have_text("Đăng ký khai sinh")  # … above the official one
    expect(first.locator(".tthc-item__official mark")).to_have_text(["khai sinh"])  # and only what was typed is marked
    expect(page.locator("[data-facts-of='1.001193'] [data-fact=papers] strong")).not_to_be_empty()
    expect(first).to_contain_text("Hộ tịch")
    expect(first).to_contain_text("UBND cấp xã")
    expect(first).to_contain_text("1 ngày làm việc")
    first.locator(".tthc-item__name").click()
    page.wait_for_url("**/thu-tuc/1-001193/")


def test_a_fact_that_is_asked_for_comes_first(ask: Callable[..., Page], typed: Callable[..., Page]) -> None:
    page = typed("xin giấy độc thân mất mấy ngày")
    expect(page.locator("[data-facts-of='1.004873'] [data-fact=time] strong")).to_have_text("3 ngày làm việc")
    page = typed("mua bảo hiểm y tế hết bao nhiêu tiền")  # a contribution is no fee
    expect(page.locator("[data-facts-of='1.001939'] [data-fact=fee]")).to_contain_text("không phải là lệ phí")
    assert page.locator("[data-facts-of] strong").count() == 0
    page = ask("chưa từng lấy ai", "&vi-sao=1")
    expect(page.locator("[data-explained]")).to_contain_text("BM25F")


def test_a_name_alone_and_a_short_form(typed: Callable[..., Page]) -> None:
    asked = {"ho kinh doanh": "1.001612", "giay atvstp": "2.001827", "không muốn nhập khẩu, tách hộ": "1.010038"}
    assert {text: codes(typed(text))[0] for text in asked} == asked
    assert typed("dat").locator("[data-results] .tthc-item__name").first.inner_text() == "Lĩnh vực Đất đai"


def test_on_a_slow_line_sample_questions_come_behind_the_answer(tab: Visit, site: str) -> None:
    page = tab("en/")

    def late(route: Route) -> None:
        time.sleep(1)  # longer than a quick line takes
        route.continue_()

    page.route("**/muc-luc.json", late)
    page.goto(f"{site}tim-kiem/?q={quote('xin giấy độc thân mất mấy ngày')}")
    page.wait_for_selector(ANSWERED)
    names = "performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1).split('.')[0])"
    until(page, f"{names}.includes('cau-hoi')")
    fetched = page.evaluate(names)
    assert fetched.index("cau-hoi") > max(fetched.index("chi-tiet"), fetched.index("hoi-dap"))
    expect(page.locator("[data-facts-of='1.004873'] [data-fact=time] strong")).to_have_text("3 ngày làm việc")


def test_documents_of_the_law_are_fetched_when_one_is_asked_for(ask: Callable[..., Page]) -> None:
    fetched = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/van-ban.')).length"
    page = ask("khai sinh cho con")
    assert page.evaluate(fetched) == 0
    page.locator("main input[type=search]").fill("nghị định 123/2015/NĐ-CP")
    first = page.locator("[data-results] .tthc-item").first
    expect(first).to_contain_text("Nghị định 123/2015/NĐ-CP")
    assert page.evaluate(fetched) == 1
    expect(first.locator("a")).to_have_text("Nghị định 123/2015/NĐ-CP")
    expect(first.locator("a")).to_have_attribute("href", "../van-ban/123-2015-nd-cp/")
    expect(first.locator(".tthc-item__note")).not_to_be_empty()


def test_another_body_is_named_before_any_result(typed: Callable[..., Page]) -> None:
    page = typed("thủ tục ly hôn")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "elsewhere")
    expect(page.locator("[data-results] h2").first).to_have_text("Ly hôn: nay là Tòa án nhân dân khu vực")


def test_nothing_fits_and_the_page_says_what_else_to_do(typed: Callable[..., Page]) -> None:
    page = typed("hôm nay trời có mưa không")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "none")
    assert codes(page) == []
    expect(page.locator(".tthc-no-results")).to_contain_text("18001096")
    expect(page.locator("[data-browse]")).to_be_visible()
    report = page.locator(".tthc-no-results a", has_text="Báo cho chúng tôi biết")
    assert "trang=" in (report.get_attribute("href") or "")


def test_what_only_stands_in_the_text_comes_second(typed: Callable[..., Page]) -> None:
    page = typed("đăng ký khai sinh")
    page.wait_for_selector(".tthc-results__text")
    groups = page.locator("[data-results] h2").all_inner_texts()
    assert groups[0] == "Thủ tục"
    assert groups[-1] == "Có trong nội dung"
    page = typed("người làm chứng")
    page.wait_for_selector(".tthc-results__text")
    expect(page.locator("[data-results] h2")).to_have_text(["Có trong nội dung", "Thủ tục gần với điều bạn hỏi"])
    assert codes(page)
    expect(page.locator(".tthc-results__text mark").first).to_be_visible()
    assert "ḏ" not in page.locator("[data-results]").inner_text()


def test_the_answer_waits_for_nobody(tab: Visit) -> None:
    page = tab("phan-anh/")
    page.route("**/pagefind/**", lambda route: None)  # neither answered nor refused
    page.route("**/tra-loi.*.json", lambda route: None)
    page.goto(page.url.replace("phan-anh/", "tim-kiem/"))
    for text, state in (("dang ky ket hon", "done"), ("người làm chứng", "none"), ("ly hôn", "elsewhere")):
        page.locator("main input[type=search]").fill(text)
        page.locator("main input[type=search]").press("Enter")
        expect(page.locator("[data-results]")).to_have_attribute("data-state", state)
        expect(page.locator("[data-results] h2").first).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(320, 640), *at_night((390, 844))])
@pytest.mark.parametrize("text", ["đăng ký kết hôn", "cap lai", *at_night("lam giay khai sinh cho con can gi")])
def test_the_first_result_is_on_the_first_screen_of_a_phone(
    typed: Callable[..., Page], text: str, width: int, height: int
) -> None:
    page = typed(text, {"width": width, "height": height})
    name = page.locator("[data-results] .tthc-answer h2 a, [data-results] .tthc-item__name").first.bounding_box()
    assert name
    assert name["y"] + name["height"] < height - 20
    order = page.eval_on_selector_all(
        "[data-results] .tthc-item, [data-results] .tthc-refine, [data-results] .tthc-search-filter",
        "found => found.map((one) => one.className)",
    )
    assert order[0] == "tthc-item"


def test_marks_that_are_wrong_are_not_corrected_silently(typed: Callable[..., Page]) -> None:
    expect(typed("dagn ky khai sinh").locator("[data-results] > .tthc-note")).to_have_text(
        "Đang tìm: đăng ky khai sinh"
    )


def test_typing_answers_at_once_and_the_address_follows(tab: Visit) -> None:
    page = tab("tim-kiem/")
    page.locator("main input[type=search]").press_sequentially("tam tru", delay=20)
    page.wait_for_selector(ANSWERED)
    until(page, "location.search.includes('tam+tru')")
    assert codes(page)[0] == "1.004194"


def test_the_back_button_brings_the_last_question_back(typed: Callable[..., Page]) -> None:
    page = typed("khai sinh")
    box = page.locator("main input[type=search]")
    box.fill("kết hôn")
    box.press("Enter")
    until(page, "document.querySelector('[data-results] [data-code]')?.dataset.code === '1.000894'")
    page.go_back()
    until(page, "document.querySelector('[data-results] [data-code]')?.dataset.code === '1.001193'")
    expect(box).to_have_value("khai sinh")
    box.click()
    box.press("Control+a")
    # on the way to a question, slowly: what was asked before stays one step back
    box.press_sequentially("tam", delay=20)
    until(page, "location.search === '?q=tam'")
    box.press_sequentially(" tru", delay=20)
    until(page, "location.search === '?q=tam+tru'")
    page.go_back()
    until(page, "location.search === '?q=khai+sinh'")


def test_a_field_narrows_the_results_and_can_be_shared(ask: Callable[..., Page]) -> None:
    page = ask("cấp lại")
    page.locator(".tthc-search-filter summary").click()
    page.locator("select[name=linh-vuc]").select_option("Hộ kinh doanh")
    until(page, "location.search.includes('linh-vuc')")
    page.wait_for_selector(ANSWERED)
    assert codes(page)[0] == "2.000575"
    shared = ask("cấp lại", "&linh-vuc=" + quote("Hộ kinh doanh"))
    assert codes(shared)[0] == "2.000575"


def test_what_a_commune_receives(ask: Callable[..., Page]) -> None:
    page = ask("kết hôn", "&noi-nhan=an-thanh")
    settled(page)
    own = page.eval_on_selector_all(".tthc-results__group [data-code]", "found => found.map((one) => one.dataset.code)")
    assert "1.000894" in own
    assert "2.000806" not in own
    expect(page.locator(".tthc-search-filter__fields a")).to_have_text("Một cửa xã An Thanh")


def test_the_question_that_separates(typed: Callable[..., Page]) -> None:
    page = typed("đăng ký kết hôn")
    group = page.get_by_role("group", name="Có người nước ngoài")
    expect(group).to_be_visible()
    group.get_by_role("button", name="Có", exact=True).click()
    until(page, "document.querySelector('[data-results] [data-code]')?.dataset.code === '2.000806'")
    expect(page.get_by_role("button", name="Có", exact=True)).to_have_attribute("aria-pressed", "true")


def test_results_are_announced(typed: Callable[..., Page]) -> None:
    expect(typed("khai sinh").locator("main > [role=status]")).to_contain_text("thủ tục")
    expect(typed("asdf qwer").locator("main > [role=status]")).to_contain_text("Không tìm thấy")


@pytest.mark.parametrize(
    "text", ["đăng ký khai sinh cho con", "ly hôn", *at_night("không có gì như thế này cả xyz", "chứng thực")]
)
def test_nothing_sticks_out_at_320_pixels(typed: Callable[..., Page], text: str) -> None:
    page = typed(text, {"width": 320, "height": 640})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_page_leads_on(tab: Visit) -> None:
    page = tab("tim-kiem/?q=khai+sinh", scripts=False)
    expect(page.locator("[data-browse] a", has_text="Hộ tịch").first).to_be_visible()
    assert page.locator("[data-browse] a[href*='theo-chu-cai/#']").count() > 5


def test_words_are_never_taken_for_html(typed: Callable[..., Page]) -> None:
    page = typed("<img src=x onerror=alert(1)> khai sinh <b>")
    assert page.locator("[data-results] img, [data-results] b").count() == 0
    page = typed("<u>không có</u>")
    assert page.locator("[data-results] u").count() == 0


def test_when_the_index_cannot_be_had(tab: Visit, site: str) -> None:
    page = tab("en/")
    page.route("**/muc-luc.json", lambda route: route.abort())
    page.goto(f"{site}tim-kiem/")
    page.locator("main input[type=search]").fill("khai sinh")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "none")
    expect(page.locator("[data-results]")).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    expect(page.locator("[data-browse]")).to_be_visible()


@pytest.mark.parametrize("lasting", [False, True])
def test_an_index_of_another_release(tab: Visit, site: str, lasting: bool) -> None:
    """A tab with the scripts of one release gets the index of the next: it loads its page anew, once."""
    page = tab("en/")
    loads: list[str] = []

    def next_release(route: Route) -> None:
        loads.append(route.request.url)
        if len(loads) > 1 and not lasting:
            return route.continue_()
        return route.fulfill(json=route.fetch().json() | {"format": 0})

    page.route("**/muc-luc.json", next_release)
    page.goto(f"{site}tim-kiem/?q=khai+sinh")
    results = page.locator("[data-results]")
    if lasting:
        expect(results).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    else:
        expect(results.locator(".tthc-item").first).to_contain_text("khai sinh")
    assert len(loads) == 2


@pytest.mark.parametrize("text", ["đăng ký khai sinh", *at_night("ly hôn", "hôm nay trời có mưa không")])
def test_axe_finds_nothing_on_results(visit: Visit, text: str) -> None:
    page = visit(f"tim-kiem/?q={quote(text)}", bypass_csp=True)
    page.wait_for_selector(ANSWERED)
    settled(page)
    assert violations(page, part="[data-results]") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS, part="[data-results]") == []


def test_a_slow_phone_gets_its_answer_too(visit: Visit) -> None:
    page = visit("tim-kiem/")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.locator("main input[type=search]").press_sequentially("xin giay doc than", delay=30)
    page.wait_for_selector(ANSWERED)
    until(
        page,
        "location.search.includes('doc+than') && document.querySelector('[data-results] [data-code]')?.dataset.code === '1.004873'",  # noqa: E501
    )
