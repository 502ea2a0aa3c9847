"""The search box: suggestions, the keyboard, what is fetched and when."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.search_page import ANSWERED, Visit, codes
from tests.support.axe import violations
from tests.support.chromium import heard, until


def test_the_box_is_a_combobox(tab: Visit) -> None:
    page = tab("")
    box = page.locator("main [data-search] input")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("khai sinh", delay=20)
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Đăng ký khai sinh")
    expect(page.locator("main [data-search] [role=status]")).to_contain_text("gợi ý")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "?")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("khai sinh")
    box.press("ArrowDown")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/thu-tuc/1-001193/")


def test_enter_without_a_choice_opens_the_search_page(tab: Visit) -> None:
    page = tab("")
    box = page.locator("main [data-search] input")
    box.press_sequentially("giay doc than", delay=10)
    box.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=giay+doc+than")
    page.wait_for_selector(ANSWERED)
    assert codes(page)[0] == "1.004873"


def test_nothing_of_the_search_is_fetched_before_it_is_used(visit: Visit) -> None:
    page = visit("")
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert not [name for name in fetched if "search" in name or "muc-luc" in name or "pagefind" in name]
    page.locator("main [data-search] input").focus()
    until(page, "performance.getEntriesByType('resource').some((entry) => entry.name.includes('muc-luc.json'))")
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some((entry) => entry.name.includes('pagefind'))"
    )


def test_suggestions_fit_at_320_pixels(tab: Visit) -> None:
    page = tab("", viewport={"width": 320, "height": 640})
    page.locator("main [data-search] input").press_sequentially("cap giay", delay=10)
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_on_open_suggestions(visit: Visit) -> None:
    page = visit("", bypass_csp=True)
    page.locator("main [data-search] input").press_sequentially("khai sinh", delay=10)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(page, part="main [data-search]") == []


def test_codes_pasted_together_are_all_answered(tab: Visit) -> None:
    page = tab("tim-kiem/?q=2.000635,9.999999%091001193")
    page.wait_for_selector(ANSWERED)
    assert codes(page)[:2] == ["2.000635", "1.001193"]
    expect(page.locator("[data-results]")).to_contain_text("Ở đây không có thủ tục mang mã 9.999999.")


def test_what_was_typed_before_the_script_came_is_suggested_for(tab: Visit) -> None:
    page, held = tab(""), list[Route]()
    page.route("**/assets/site.*.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    page.locator("main [data-search] input").fill("khai sinh")
    heard(page, lambda: bool(held))
    held[0].continue_()
    expect(page.get_by_role("option").first).to_contain_text("Đăng ký khai sinh")
