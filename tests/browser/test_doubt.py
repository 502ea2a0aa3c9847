"""Which values are sure: a visitor sees it beside the value, and one tap says why."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
BIRTH = "thu-tuc/1-001193/"  # only the fee of a late registration awaits confirmation
IN_TIME = "?ket-hon=me&nuoc-ngoai=khong&nguoi-di=nguoi-nha&han=dung-han&cach=truc-tiep"
LATE = "?ket-hon=me&nuoc-ngoai=khong&nguoi-di=nguoi-nha&han=qua-han&mien=khong&cach=truc-tiep"
WORDS = "hỏi lại trước khi đi"


def test_one_tap_says_why_and_what_is_sure_carries_nothing(tab: Visit) -> None:
    page = tab(BIRTH)
    facts = page.locator(".tthc-facts")
    expect(facts.get_by_text(WORDS)).to_have_count(1)
    mark = facts.locator("[data-doubt=fee]")
    mark.locator("summary").click()
    expect(mark).to_contain_text("nghị quyết của năm 2023 chưa tìm được")
    page.emulate_media(media="print")
    expect(mark.locator("summary")).to_be_visible()


def test_the_mark_follows_the_case(tab: Visit) -> None:
    facts = tab(BIRTH + IN_TIME).locator(".tthc-facts")
    expect(facts.locator("[data-doubt=fee]")).to_be_hidden()
    assert "- definition\n" not in facts.aria_snapshot()  # an answer with nothing in it
    paper = facts.page
    paper.emulate_media(media="print")
    expect(paper.locator(".tthc-sheet")).to_contain_text("Phí, lệ phí: Miễn")
    expect(paper.locator(".tthc-sheet").get_by_text(WORDS)).to_be_hidden()
    paper.emulate_media(media="screen")
    page = tab(BIRTH + LATE)
    expect(page.locator(".tthc-facts [data-doubt=fee]")).to_be_visible()
    expect(page.locator("[data-out-doubt=fee]:visible")).to_have_count(1)


def test_a_result_of_the_search_says_what_to_ask_and_leads_to_why(tab: Visit) -> None:
    page = tab("tim-kiem/?q=khai+sinh")
    item = page.locator(".tthc-item[data-code='1.001193']")
    item.get_by_role("link", name="Hỏi lại trước khi đi: phí").click()
    expect(page.locator("#hoi-lai")).to_be_visible()
    expect(page.locator("#hoi-lai")).to_contain_text("Những phần khác đã đối chiếu")
