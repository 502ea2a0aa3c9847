"""A palette is written once and published for browsers without light-dark()."""

from __future__ import annotations

import pytest

from generator.rendering.assets import Assets
from generator.rendering.palette import expand
from tests.conftest import PROJECT


def test_a_palette_becomes_light_dark_and_chosen_dark() -> None:
    assert expand(":root { --a: light-dark(#fff, #000); --b: 1px; }\np { color: var(--a); }") == (
        ":root { --a: #fff; --b: 1px; }\n"
        "@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { --a: #000; } }\n"
        ":root[data-theme=dark] { --a: #000; }\n"
        "p { color: var(--a); }"
    )


def test_elsewhere_it_is_refused_for_older_browsers_would_drop_the_rule() -> None:
    with pytest.raises(ValueError, match="light-dark"):
        expand("p { color: light-dark(#fff, #000); }")


def test_no_published_style_needs_it() -> None:
    assets = Assets(PROJECT / "theme" / "assets")
    styles = {name: data.decode() for name, data in assets.bytes.items() if name.endswith(".css")}
    assert len(styles) == 5  # site, search, what the search page has of both, board and plan
    assert [name for name, text in styles.items() if "light-dark(" in text] == []
    dark = [text.count("data-theme=dark]{--") for text in styles.values()]
    assert dark.count(1) == 3  # site, what the search page has of it, and plan
