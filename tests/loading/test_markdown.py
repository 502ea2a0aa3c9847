"""Editors' Markdown becomes HTML that fits a phone."""

from __future__ import annotations

from generator.loading.markdown import to_html


def test_each_cell_of_a_table_says_its_column() -> None:
    """On a phone a row is a card (theme/components/table): bare tables stood out of the screen with large text."""
    html = to_html('| Tờ "A" | **Khổ** & <giấy> |\n|---|--:|\n| một | [hai](https://vi.du/) |\n| ba |')
    assert html.startswith('<table class="tthc-table">')
    assert '<td data-label="Tờ &quot;A&quot;">một</td>' in html
    assert '<td data-label="Khổ &amp; &lt;giấy&gt;"><a href="https://vi.du/">hai</a></td>' in html
    assert '<td data-label="Khổ &amp; &lt;giấy&gt;"></td>' in html
    assert html.count("data-label") == 4
