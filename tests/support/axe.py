"""axe over a page of the built site, at 320 px, everything unfolded, in light and dark, with normal and 200 % text.

All rules look at a page once; in the other states only those on which the state has an influence, and by day in the
dark only at pages that together show every component. TTHC_ALL=1 takes all rules in all four states."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.chromium import settled, watched
from tests.support.command import PROJECT

AXE = PROJECT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES: dict[str, object] = {"type": "tag", "values": TAGS}
COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SIZES: dict[str, object] = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
RULES = {
    ("light", "100%"): ALL_RULES,
    ("light", "200%"): SIZES,
    ("dark", "100%"): COLOURS,
    ("dark", "200%"): None,  # text twice as large needs less contrast, and a colour moves nothing
}
if "TTHC_ALL" in os.environ:
    RULES = dict.fromkeys(RULES, ALL_RULES)
Finding = tuple[str, str, str, str]  # scheme, size of the text, rule (or `wider than the screen`), where
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.removeAttribute('name'); part.open = true; })"
RUN = "([rules, part]) => axe.run(part || document, { runOnly: rules, resultTypes: ['violations'], selectors: false })"
WIDE = (
    "[...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.tthc-scroll, [popover], svg'))"  # noqa: E501
    ".map((part) => part.outerHTML.slice(0, 120)).slice(0, 3)"
)


def violations(page: Page, rules: dict[str, object] = ALL_RULES, part: str = "") -> list[str]:
    """What the rules find on an open page, as it is; its context was made with bypass_csp. part: a selector of what
    differs from a page that is looked at whole elsewhere; at night all is looked at again."""
    page.evaluate(_script())
    found = page.evaluate(RUN, [rules, "" if "TTHC_ALL" in os.environ else part])["violations"]
    return [f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"]]


def _script() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (make test installs it)")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def axe(browser: Browser) -> Iterator[Callable[..., list[Finding]]]:
    """What axe finds at an address, in the dark too where asked. One page for all of them: a fresh one costs more than
    most looks at it."""
    script = _script()
    context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
    page = watched(context.new_page())

    def findings(address: str, dark: bool = False) -> list[Finding]:
        found = []
        page.emulate_media(color_scheme="light")
        page.goto(address)
        settled(page)
        page.evaluate(UNFOLD)
        page.evaluate(script)
        for (scheme, size), rules in RULES.items():
            if scheme == "dark" and not (dark or "TTHC_ALL" in os.environ):
                continue
            page.emulate_media(color_scheme=scheme)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if rules:
                violations = page.evaluate(RUN, [rules, ""])["violations"]
                found += [(scheme, size, item["id"], item["nodes"][0]["html"][:200]) for item in violations]
            found += [(scheme, size, "wider than the screen", part) for part in page.evaluate(WIDE)]
        return found

    yield findings
    context.close()
