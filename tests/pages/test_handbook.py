"""The handbook's generated pages hold what the rules say of themselves."""

from __future__ import annotations

import re
from pathlib import Path

from generator.checks._engine.documentation import documentation
from generator.checks._engine.legal_checks import table
from generator.pages import handbook


def shown(site: Path) -> str:
    return (site / handbook.CHECKS.strip("/") / "index.html").read_text("utf-8")


def test_every_rule_has_its_section(real_site: Path) -> None:
    page = shown(real_site)
    assert [rule.id for rule in documentation() if f'id="{rule.id.lower()}"' not in page] == []


def test_the_table_of_legal_checks(real_site: Path) -> None:
    rows = shown(real_site).split("<tr")
    for check, rules in table():
        row = next(row for row in rows if re.search(rf">\s*{check.id}\s*<", row))
        assert all(f"#{rule.id.lower()}" in row for rule in rules)


def test_long_examples_scroll_inside_their_box(real_site: Path) -> None:
    """A line of code must not make the whole page scroll sideways on a phone."""
    page = shown(real_site)
    assert "<pre" in page and page.count("<pre") == page.count('<pre class="tthc-scroll"')
