"""How pages look to a visitor with a narrow phone: tables, names, the header, the dark, the month; on paper."""

from __future__ import annotations

import os
import re
import statistics
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.search_page import Visit
from tests.support.night import at_night

NARROW = {"width": 320, "height": 640}
TABLES = [
    *("chat-luong/", "don-vi/an-thanh/thu-tuc/", "xa-moi/", "ke-hoach/2023/", "ke-hoach/2023/lich/"),
    *("ke-hoach/2023/mot-cua/", "ke-hoach/2023/cong-khai/", "ke-hoach/2023/truc-tuyen/", "quy-trinh/", "du-lieu/"),
]
WIDE = "[...document.querySelectorAll('.tthc-scroll')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)"  # noqa: E501


def test_no_table_has_to_be_pushed_sideways(tab: Visit) -> None:
    page = tab("", viewport=NARROW)
    home = page.url
    for path in TABLES:
        page.goto(home + path)
        assert page.evaluate(WIDE) == [], path


@pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night: every procedure")
def test_every_procedure_answers_in_the_first_screen_and_few_are_long(tab: Visit, real_site: Path) -> None:
    page = tab("")
    home, heights, below = page.url, {}, {}
    for code in sorted(folder.parent.name for folder in real_site.glob("thu-tuc/*/index.html")):
        page.goto(f"{home}thu-tuc/{code}/")
        heights[code] = page.evaluate("document.documentElement.scrollHeight")
        bottom = page.evaluate(
            "document.querySelector('article > .tthc-actions a')?.getBoundingClientRect().bottom ?? 0"
        )
        if bottom > 844:
            below[code] = bottom
    longest = sorted(heights, key=heights.__getitem__)[-10:]
    print(statistics.median(heights.values()), {code: heights[code] for code in longest})
    assert below == {}
    assert statistics.median(heights.values()) <= 4000 and max(heights.values()) <= 5400
    assert sum(height > 5000 for height in heights.values()) <= 2


# what a list leads with, and what of it cannot be read
LEADS = "[...document.querySelectorAll('main .tthc-item__name, main li > a:first-child, main th > a')].filter((one) => one.checkVisibility())"  # noqa: E501
CUT = f"{LEADS}.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' || getComputedStyle(one).textOverflow === 'ellipsis').map((one) => one.textContent)"  # noqa: E501
BY_LIST = f"Object.entries(Object.groupBy({LEADS}, (one) => [...document.querySelectorAll('ul, ol, table')].indexOf(one.closest('ul, ol, table')))).map(([, leads]) => leads.map((one) => `${{one.textContent.trim()}} ${{one.pathname}}`))"  # noqa: E501


@pytest.mark.parametrize(
    "path",
    ["thu-tuc/", "linh-vuc/ho-tich/", *at_night("linh-vuc/dat-dai/", "huong-dan/sinh-con/", "don-vi/an-thanh/")],
)
def test_names_are_whole_and_tell_each_other_apart(tab: Visit, path: str) -> None:
    page = tab(path, viewport=NARROW)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate(CUT) == []
    for leads in page.evaluate(BY_LIST):
        names = Counter(lead.rpartition(" ")[0] for lead in set(leads))  # the same procedure may stand twice
        assert [name for name, times in names.items() if times > 1] == []


def test_what_is_done_in_this_month_is_suggested(visit: Visit) -> None:
    page = visit("")
    for month, guide in (("09", "Cho con đi học"), ("11", "Nghĩa vụ quân sự")):
        page.clock.set_fixed_time(f"2024-{month}-15T08:00:00+07:00")
        page.reload()
        season = page.locator("[data-season]")
        expect(season.get_by_role("heading")).to_have_text(f"Hay làm vào tháng {int(month)}")
        expect(season.get_by_role("link", name=guide)).to_be_visible()
        assert season.locator("li:visible").count() < season.locator("li").count()
    page = visit("", java_script_enabled=False)
    expect(page.locator("[data-season]").get_by_role("heading")).to_have_text("Hay làm vào tháng 12")


def test_what_stands_in_the_header_of_a_phone_is_lined_up(tab: Visit) -> None:
    page = tab("thu-tuc/1-001193/")
    boxes = [one.bounding_box() for one in page.locator(".tthc-header__brand, a.tthc-header__tool, button.tthc-header__tool").all()]  # fmt: skip # noqa: E501
    brand, search, menu = [(box["y"] + box["height"] / 2, box["height"]) for box in boxes if box]
    assert search == pytest.approx(menu, abs=1) and brand[0] == pytest.approx(search[0], abs=4)


def test_boxes_are_dark_in_the_dark(tab: Visit) -> None:
    page = tab("")
    page.emulate_media(color_scheme="dark")
    home = page.url
    light = "[...document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')].filter((one) => one.checkVisibility() && /rgb\\((2[0-9]{2}), /.test(getComputedStyle(one).backgroundColor)).length"  # noqa: E501
    for path in ("", "tim-kiem/", "thu-tuc/1-001193/", "xa-moi/", "phan-anh/gop-y/", "ke-hoach/2023/tien-do/"):
        page.goto(home + path)
        assert page.evaluate(light) == 0, path


ON_PAPER = """(() => {
  dispatchEvent(new Event('beforeprint'));
  const first = [...document.querySelectorAll('body *')].find((one) => !one.children.length && one.checkVisibility() && one.innerText?.trim());
  const closed = [...document.querySelectorAll('main details:not([open])')].filter((one) => one.checkVisibility() && !one.closest('[data-cases]') && !one.matches('.tthc-doubt'));
  dispatchEvent(new Event('afterprint'));
  return [first.closest('h1, hgroup') ? 'title' : first.outerHTML.slice(0, 80), closed.map((one) => one.textContent.slice(0, 60))];
})()"""  # noqa: E501
PRINTED = [
    *("thu-tuc/1-001193/", "linh-vuc/ho-tich/", "huong-dan/sinh-con/", "don-vi/an-thanh/", "phan-anh/", "quy-trinh/"),
    *("ke-hoach/2023/lich/", "chat-luong/", "xa-moi/", "so-tay/", "en/", "may-tra-cuu/", "tim-kiem/"),
    *at_night("thu-tuc/", "van-ban/", "don-vi/an-thanh/thu-tuc/", "ke-hoach/2023/", "giai-thich/", "tin-tuc/"),
    *at_night("thay-doi/", "du-lieu/"),
]


# at most so many, as with DejaVu Serif, the widest font
SHEETS = {
    "thay-doi/2025-07-01/": 12,
    "thu-tuc/": 24,
    "van-ban/": 12,
    "chat-luong/": 31,
    "en/contacts/": 7,
    "thu-tuc/1-001193/": 5,
    "nhung/an-thanh/": 6,
}


@pytest.mark.parametrize("path", [*SHEETS][:1] + [*at_night(*[*SHEETS][1:])])
def test_long_lists_print_on_few_sheets(tab: Visit, path: str) -> None:
    page = tab(path)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    print(path, sheets)
    assert 0 < sheets <= SHEETS[path]


def test_the_paper_of_a_reform_names_what_changed_and_says_where_the_rest_is(tab: Visit) -> None:
    page = tab("thay-doi/2025-07-01/", viewport={"width": 1280, "height": 900})
    expect(page.get_by_text("Từng chỗ khác:")).to_be_hidden()
    more = page.locator("main li details")
    more.first.locator("summary").click()
    expect(more.first.locator("li").first).to_be_visible()  # nothing is taken from the screen
    page.emulate_media(media="print")
    expect(page.get_by_text("Từng chỗ khác:")).to_be_visible()
    expect(more.first.locator("summary")).to_be_visible()
    expect(more.first.locator("summary")).to_have_css("font-weight", "400")  # in bold it was the next one's heading
    assert page.locator("main li details li:visible").count() == 0


def test_any_page_prints_its_title_first_and_everything_open(tab: Visit) -> None:
    page = tab("")
    home = page.url
    page.emulate_media(media="print")
    for path in PRINTED:
        page.goto(home + path)
        assert page.evaluate(ON_PAPER) == ["title", []], path
