"""The search page has its own part of the style (generator/rendering/page_style.py): it looks as with the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.search_page import ANSWERED, Visit
from tests.support.chromium import heard
from tests.support.night import at_night

INDEX = "muc-luc.json"
WIDE = {"width": 1280, "height": 900}
# rules of the sheets that meet an element of the page, whatever state it is in, and that its own style does not have
MISSING = r"""(sheets) => {
  const rules = (list, above = "") => [...list].flatMap((rule) => "selectorText" in rule || !rule.cssRules
    ? [[rule.selectorText, `${above}${rule.cssText}`]] : rules(rule.cssRules, `${above}${rule.conditionText} `));
  const read = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return rules(sheet.cssRules); };
  const own = new Set([...document.styleSheets].flatMap(({ cssRules }) => rules(cssRules)).map(([, text]) => text));
  const state = String.raw`::[\w-]+|:(?:hover|focus|focus-visible|checked|popover-open|open)(?![\w-])`;
  const any = [[String.raw`:not\((?:${state})\)`, ""], [String.raw`\((?:${state})\)`, "(*)"], [state, ""]];
  const stateless = (selector) => any.reduce((text, [form, put]) => text.replace(new RegExp(form, "g"), put), selector);
  const met = sheets.flatMap(read).filter(([one]) => !one || document.querySelector(stateless(one) || "*"));
  return [met.length, met.map(([, text]) => text).filter((text) => !own.has(text))]; }"""


def sheets(site: Path) -> list[str]:
    return [next((site / "assets").glob(f"{name}.??????????.css")).read_text("utf-8") for name in ("site", "search")]


def check(page: Page, site: Path) -> None:
    met, missing = page.evaluate(MISSING, sheets(site))
    assert met > 60
    assert missing == []


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("q=khai+sinh", ".tthc-item__facts"),
        ("q=le+phi+cap+lai+the+can+cuoc", ".tthc-answer"),
        ("q=khai+sinh&linh-vuc=H%E1%BB%99+t%E1%BB%8Bch", "select"),
        ("q=khai+sinh&vi-sao=1", "[data-explained]"),
        ("q=xyzzyq+blorp", ".tthc-no-results"),
        ("q=doi+giay+phep+lai+xe", ".tthc-elsewhere"),
        ("q=khai+sinh&kiosk=1&xa=an-thanh", ".tthc-item"),
    ],
)
@pytest.mark.parametrize("viewport", [PHONE, *at_night(WIDE)], ids=["phone", *at_night("wide")])
def test_every_rule_that_meets_something_is_there(
    tab: Visit, real_site: Path, query: str, part: str, viewport: dict[str, int]
) -> None:
    """By day on a phone: `MISSING` asks for the rules of all widths, and what a wide screen shows open is opened."""
    page = tab(f"tim-kiem/?{query}", viewport=viewport)
    page.wait_for_selector(ANSWERED)
    page.wait_for_selector(f"main :is({part})")
    page.locator(".tthc-my-commune > summary").click()
    check(page, real_site)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    check(page, real_site)


def test_without_a_question_and_without_scripts_too(tab: Visit, real_site: Path) -> None:
    check(tab("tim-kiem/"), real_site)
    plain = tab("tim-kiem/", scripts=False)
    assert plain.locator("link[rel=stylesheet]").count() == 1


def test_suggestions_of_the_menu_have_their_style(tab: Visit, real_site: Path) -> None:
    page = tab("tim-kiem/", viewport=WIDE)
    page.locator("header input[type=search]").press_sequentially("khai sinh")
    page.wait_for_selector(".tthc-suggestions [role=option]")
    check(page, real_site)
    assert page.locator("link[rel=stylesheet]").count() == 1


def test_the_style_of_the_next_page_comes_behind_the_answer(visit: Visit) -> None:
    page = visit("")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{page.url}tim-kiem/?q=khai+sinh", wait_until="commit")
    page.wait_for_selector(ANSWERED)
    heard(page, lambda: any(name.startswith("site.") and name.endswith(".css") for name in asked[asked.index(INDEX) :]))


def test_a_printed_answer_says_what_was_asked(tab: Visit) -> None:
    page = tab("tim-kiem/?q=cap+lai+the+can+cuoc")
    page.wait_for_selector(ANSWERED)
    page.emulate_media(media="print")
    box = page.locator("main .tthc-search")
    expect(box.get_by_label("Bạn cần làm việc gì?")).to_be_visible()
    expect(box.locator("button, .tthc-hint").filter(visible=True)).to_have_count(0)
