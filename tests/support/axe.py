"""axe over a page of the built site, at 320 px, everything unfolded, in light and dark, with normal and 200 % text.

All rules look at a page once; in the other states only those on which the state has an influence. TTHC_ALL=1 takes all
rules in all four states."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Browser, Page

from tests.support.command import PROJECT

AXE = PROJECT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
ALL_RULES = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SIZES = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
RULES = {
    ("light", "100%"): ALL_RULES,
    ("light", "200%"): SIZES,
    ("dark", "100%"): COLOURS,
    ("dark", "200%"): None,  # text twice as large needs less contrast, and a colour moves nothing
}
if "TTHC_ALL" in os.environ:
    RULES = dict.fromkeys(RULES, ALL_RULES)
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.removeAttribute('name'); part.open = true; })"
RUN = "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], selectors: false })"
WIDE = (
    "[...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.tthc-scroll, [popover], svg'))"  # noqa: E501
    ".map((part) => part.outerHTML.slice(0, 120)).slice(0, 3)"
)


def violations(page: Page) -> list[str]:
    """What all rules find on an open page, as it is; its context was made with bypass_csp."""
    page.evaluate(_script())
    found = page.evaluate(RUN, ALL_RULES)["violations"]
    return [f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"]]


def _script() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (make test installs it)")
    return AXE.read_text("utf-8")


def findings(browser: Browser, address: str, scheme: str) -> list[tuple[str, str, str]]:
    """What axe finds on a page: (size of the text, rule, where); `wider than the screen` is a rule here too."""
    script, found = _script(), []
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(UNFOLD)
    page.evaluate(script)
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        if rules := RULES[scheme, size]:
            violations = page.evaluate(RUN, rules)["violations"]
            found += [(size, item["id"], item["nodes"][0]["html"][:200]) for item in violations]
        found += [(size, "wider than the screen", part) for part in page.evaluate(WIDE)]
    context.close()
    return found
