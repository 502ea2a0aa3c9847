"""What opens over a page can be seen and touched whole, wherever it opens from: suggestions, explained terms, the
menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import settled
from tests.support.night import at_night

Visit = Callable[..., Page]
SIZES = [(320, 640), (390, 844), (1280, 900)]
BOX = "main [data-search] input"
TOP = ".tthc-header__search input"

# for each suggestion: scrolled to, the middle of it and of its four quarters is itself
HIDDEN = """(() => {
  const hidden = [];
  for (const one of document.querySelectorAll("li[role=option]")) {
    one.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = one.getBoundingClientRect();
    for (const [x, y] of [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]]) {
      const at = document.elementFromPoint(left + x * width, top + y * height);
      if (!one.contains(at)) hidden.push([one.textContent, x, y, at?.outerHTML.slice(0, 80)]);
    }
  }
  return hidden;
})()"""


@pytest.mark.parametrize(
    ("path", "box"),
    [("", BOX), ("thu-tuc/1-001193/", TOP),
     *at_night(("tim-kiem/", TOP), ("404.html", BOX), ("ke-hoach/2023/", TOP), ("thu-tuc/", TOP),
               ("don-vi/an-thanh/", TOP), ("van-ban/", TOP), ("phan-anh/gop-y/", TOP), ("huong-dan/ket-hon/", TOP))],
)  # fmt: skip
def test_every_suggestion_can_be_seen_and_touched(tab: Visit, path: str, box: str) -> None:
    page = tab(path)
    field, options = page.locator(box).first, page.locator("li[role=option]")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        if not field.is_visible():
            assert width < 768 and box == TOP, "only phones have a link to the search instead of the box at the top"
            continue
        field.fill("")
        expect(field).not_to_have_attribute("aria-expanded", "true")
        field.press_sequentially("cap giay", delay=10)
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(options).to_have_count(7)
        assert page.evaluate(HIDDEN) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    address = options.last.get_attribute("data-url")
    options.last.click()
    page.wait_for_url(f"**/{(address or '').lstrip('./')}")


# for each explained term of the page: its plain words, when it has the focus, are inside the window and over
# everything there
CUT = """(() => {
  const cut = [];
  for (const details of document.querySelectorAll('details')) { details.removeAttribute('name'); details.open = true; }
  const terms = [...document.querySelectorAll('.tthc-term')].filter((term) => term.checkVisibility());
  for (const term of terms) {
    term.scrollIntoView({ block: 'center', inline: 'nearest' });
    term.focus({ preventScroll: true });
    const tip = getComputedStyle(term, '::after');
    const number = (name) => parseFloat(tip[name]);
    const first = tip.position === 'fixed' ? { left: 0, top: 0 } : term.getClientRects()[0];
    const [left, top] = [first.left + number('left'), first.top + number('top')];
    const border = tip.boxSizing === 'border-box';
    const width = number('width') + (border ? 0 : number('paddingLeft') + number('paddingRight'));
    const height = number('height') + (border ? 0 : number('paddingTop') + number('paddingBottom'));
    if (left < 0 || left + width > innerWidth + 1) cut.push([term.textContent, 'outside', left, width]);
    for (const [x, y] of [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]) {
      const at = document.elementFromPoint(left + x * width, top + y * height);
      if (at !== term) cut.push([term.textContent, x, y, left, top, width, height, at?.outerHTML.slice(0, 80)]);
    }
  }
  return { cut, count: terms.length };
})()"""


@pytest.mark.parametrize(
    "path",
    ["thu-tuc/1-004873/", "huong-dan/ket-hon/"]
    + [*at_night("thu-tuc/1-001193/", "thu-tuc/2-000815/", "thu-tuc/2-000528/")],
)
def test_plain_words_of_a_term_are_never_cut_off(tab: Visit, path: str) -> None:
    page = tab(path)
    settled(page)
    for width, height in [(320, 640), (1000, 700), *at_night((390, 844), (1210, 700), (1280, 900))]:
        page.set_viewport_size({"width": width, "height": height})
        for size in ("", "large"):
            page.evaluate("size => { document.documentElement.dataset.text = size }", size)
            found = page.evaluate(CUT)
            assert found["count"] > 0 and found["cut"] == [], (width, size)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 360), *at_night((390, 844))])
def test_every_entry_of_the_menu_can_be_touched(tab: Visit, width: int, height: int) -> None:
    page = tab("thu-tuc/1-001193/", viewport={"width": width, "height": height})
    page.get_by_role("button", name="Danh mục", exact=True).click()
    for entry in page.locator("#muc a, #muc button").all():
        entry.click(trial=True)


def test_nothing_on_any_kind_of_page_clips_what_hangs_out_of_it(tab: Visit) -> None:
    """The kind: a box that clips (overflow, clip-path, contain) with something positioned inside it that hangs out."""
    page = tab("")
    clipping = (
        "[...document.querySelectorAll('body *')].filter((one) => { const style = getComputedStyle(one); return !one.closest('svg, .tthc-visually-hidden, .tthc-skip-link')"  # noqa: E501
        " && (style.clipPath !== 'none' || style.contain.includes('paint') || style.overflowY === 'hidden')"
        " && one.querySelector('[data-search], .tthc-term, [popover], [role=listbox], details'); }).map((one) => one.outerHTML.slice(0, 100))"  # noqa: E501
    )
    for path in (
        "",
        "thu-tuc/",
        "thu-tuc/1-001193/",
        "thu-tuc/1-004884/",
        "tim-kiem/",
        "404.html",
        "ke-hoach/2023/",
        "may-tra-cuu/",
    ):
        page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}/{path}")
        settled(page)
        assert page.evaluate(clipping) == [], path
