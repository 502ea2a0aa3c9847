"""The style of the search page: what can match something in it, taken from the whole sheet."""

from __future__ import annotations

import pytest

from generator.rendering.assets import Assets
from generator.rendering.page_style import SEARCH_PAGE, style_for
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    "rule",
    [
        ".tthc-item{color:red}",
        ".tthc-item>a[href]{color:red}",
        ".tthc-none,.tthc-item{color:red}",
        ".tthc-item:not(.tthc-none,:has(.tthc-none)){color:red}",
        ":is(.tthc-none,.tthc-item) a:hover{color:red}",
        ".tthc-item:has(>a)::before{content:'} .tthc-none {'}",
        "[data-day-off=none]{color:red}",
        "#muc{color:red}",
        "*{color:red}",
        "@page{size:A4}",
        "@media print{a{color:red}}",
        "@media print{@supports (top:anchor(bottom)){a{color:red}}}",
        "html:root{color:red}",
    ],
)
def test_a_rule_that_may_match_stays(rule: str) -> None:
    page = '<li class="tthc-item" id="muc"><a href="x">', "one.dataset.dayOff = 1"
    assert style_for(f"p.gone{{a:b}}{rule}table{{a:b}}", page) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".tthc-none{color:red}",
        ".tthc-item .tthc-none{color:red}",
        ".tthc-item:has(.tthc-none){color:red}",
        "li:is(.tthc-none,[data-none]){color:red}",
        "[data-none] a{color:red}",
        "table{color:red}",
        "#none{color:red}",
        "@media print{.tthc-none{color:red}}",
        "@media print{@supports (top:anchor(bottom)){.tthc-none{color:red}}}",
    ],
)
def test_a_rule_that_cannot_match_goes(rule: str) -> None:
    page = ('<li class="tthc-item"><a href="x">',)
    assert style_for(f"a{{a:b}}{rule}li{{c:d}}", page) == "a{a:b}li{c:d}"


def test_a_sheet_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not a rule: p\{"):
        style_for("a{b:c}p{d:e", ("a",))


def test_the_search_page_has_its_part_of_the_theme_in_the_same_order() -> None:
    assets = Assets(PROJECT / "theme" / "assets")
    whole = "".join(assets.bytes[assets(name)].decode() for name in ("site.css", "search.css"))
    part = assets.bytes[assets(SEARCH_PAGE)].decode()
    rules = (".tthc-icon{", ".tthc-item{", ".tthc-skip-link{", ".tthc-suggestions{", "[data-results] mark{")
    for text in (whole, part):
        places = [text.index(rule) for rule in rules]
        assert places == sorted(places)
    assert ".tthc-cases" not in part
    assert len(part) < 0.6 * len(whole)
