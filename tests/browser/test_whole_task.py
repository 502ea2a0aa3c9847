"""Find, answer, print, by what a screen reader is told alone: every step is reached by role and name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import until

Visit = Callable[..., Page]
BIRTH = "thu-tuc/1-001193/"
ANSWERS = ["Đã đăng ký kết hôn", "Đúng", "Cha, mẹ, ông, bà", "Trong 60 ngày", "Đến tận nơi"]


def test_find_answer_print(tab: Visit) -> None:
    page = tab("")
    box = page.get_by_role("main").get_by_label("Bạn cần làm việc gì?")
    box.fill("làm giấy khai sinh")
    box.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Làm giấy khai sinh", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="Làm giấy khai sinh")).to_be_visible()
    for answer in ANSWERS:
        choice = page.locator("[data-cases] summary:visible", has_text=answer).last
        question = choice.locator("xpath=ancestor::*[@role='group'][1]").get_attribute("aria-label")
        expect(page.get_by_role("group", name=question or "?", exact=True)).to_be_visible()
        choice.click()
    expect(page.get_by_role("status").filter(has_text="Còn thiếu 4 trong 4 giấy tờ")).to_be_visible()
    assert "Bạn cần 4 giấy tờ" in page.get_by_role("main").aria_snapshot()
    page.get_by_role("checkbox", name="Giấy chứng sinh").check()
    expect(page.get_by_role("status").filter(has_text="Còn thiếu 3 trong 4 giấy tờ")).to_be_visible()
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="In danh mục này").click()
    until(page, "window.printed")


# for each drawing: hidden from screen readers, and whoever holds it has a name in words
NAMELESS = """[...document.querySelectorAll('svg')].filter((drawing) => {
  const holder = drawing.closest('a, button, summary');
  const named = !holder || holder.textContent.trim() || holder.getAttribute('aria-label');
  return !named || !(drawing.getAttribute('aria-hidden') === 'true' || drawing.getAttribute('aria-label') || drawing.getAttribute('role') === 'img');
}).map((drawing) => (drawing.closest('a, button, summary') ?? drawing).outerHTML.slice(0, 120))"""  # noqa: E501


@pytest.mark.parametrize("path", ["", BIRTH, "huong-dan/sinh-con/", "don-vi/an-thanh/", "tim-kiem/"])
def test_no_icon_stands_without_words_and_nothing_runs_out_of_time(tab: Visit, path: str) -> None:
    page = tab(path)
    assert page.evaluate(NAMELESS) == []
    assert page.locator("meta[http-equiv=refresh i]").count() == 0
