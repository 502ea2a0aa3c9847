"""TT-179: Markdown that cannot be laid out in reasonable time is kept from the engine, block by block."""

from __future__ import annotations

import pytest

from generator.loading.folder import read_text
from generator.loading.markdown import to_html
from generator.loading.markdown_bounds import LEFT_OUT
from generator.loading.store import Store
from generator.schema.kinds import BY_NAME, KINDS

HEAD = "---\nten: Tin\nngay: 2023-01-02\nmo_ta: Một câu.\n---\n"
TOO_MUCH = {
    "lists in lists": "- " * 1500 + "a",
    "wide lists in lists": "-   " * 500 + "a",
    "numbered lists in lists": "1. " * 1500 + "a",
    "definitions in definitions": "a\n" + ": " * 1500 + "b",
    "quotes in quotes": "> " * 1500 + "a",
    "quotes without spaces": ">" * 1500 + "a",
    "brackets": "[" * 20_000,
    "brackets with words": "[a " * 5_000,
    "links that do not end": "[a](" * 3_000,
    "pictures": "![" * 3_000,
    "sections of XML": "<![CDATA[" * 2_000,
    "tags": "<b>" * 3_000,
    "stars": "*" * 20_000,
    "emphasis": "*a _b " * 2_000,
    "code": "`a " * 3_000,
    "columns": "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n",
    "a long line": "chữ " * 5_000,
    "a long word": "a" * 100_000,
    "lines": "a\n=\n" * 5_000,
    "deep indentation": "".join("    " * depth + "- a\n" for depth in range(40)),
    "link definitions": "[a]: b\n" * 5_000,
    "footnotes": "[^1] " * 5_000,
}


def read(body: str) -> Store:
    store = Store({each.name: [] for each in KINDS})
    read_text(f"{HEAD}\nTrước.\n\n{body}\n\nSau.\n", "content/notices/x.md", BY_NAME["notice"], store)
    return store


@pytest.mark.parametrize("name", TOO_MUCH)
def test_one_problem_with_its_line_and_the_rest_is_shown(name: str) -> None:
    store = read(TOO_MUCH[name])
    assert {item.id for item in store.problems} == {"TT-179"} and len(store.problems) <= 2
    assert 9 <= store.problems[0].line < 9 + TOO_MUCH[name].count("\n") + 2
    html = to_html(store.of("notice")[0].record.body)
    assert "Trước." in html and LEFT_OUT in html
    assert "Sau." in html or name in ("link definitions", "footnotes")


def test_what_editors_write_passes() -> None:
    body = "# Đầu\n\n- một\n    - hai\n        - ba\n\n> trích\n> > trong\n\n* * *\n\n- - -\n\n| a | b |\n|---|---|\n| **c** | [d](https://a.vn) |\n"  # noqa: E501
    body += "\n".join(f"- [mục {at}](https://a.vn/{at}) và **đậm**" for at in range(300))
    store = read(body)
    assert store.problems == [] and "Sau." in to_html(store.of("notice")[0].record.body)


def test_tags_are_shown_as_they_were_written() -> None:
    html = to_html("<b>đậm</b> và <br> <script>alert(1)</script>\n\n<div>\n\nkhối\n\n</div>")
    assert "&lt;b&gt;đậm&lt;/b&gt;" in html and "&lt;script&gt;" in html and "khối" in html and "<script" not in html
