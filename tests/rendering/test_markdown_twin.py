"""The Markdown twin of a page says what the page says, in a form that assistants read."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from generator.rendering.markdown_twin import markdown_twin


def twin(html: str) -> str:
    return markdown_twin(html, "https://a.vn/thu-tuc/1/", {"tieu_de": 'Tên "lạ"'}).split("---\n", 2)[2].strip()


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<h2>Phí <small>bao nhiêu</small></h2>", "## Phí – bao nhiêu"),
        ("<p>Nộp <strong>ở xã</strong>,<br>không <em>ở huyện</em>.</p>", "Nộp **ở xã**,\\\nkhông *ở huyện*."),
        ("<ul>\n<li>Một</li>\n<li>Hai<ul><li>Ba</li></ul></li>\n</ul>", "- Một\n- Hai\n  - Ba"),
        ("<ol><li>Một</li><li>Hai</li></ol>", "1. Một\n2. Hai"),
        ('<p><a href="../2/">Khác</a> <a href="#x">trong trang</a></p>', "[Khác](https://a.vn/thu-tuc/2/) trong trang"),
        ("<p>Giữ <code>a_b</code> và * và [x]</p>", "Giữ `a_b` và \\* và \\[x\\]"),
        (
            "<dl>\n<div><dt>Ai</dt>\n<dd>Công dân</dd></div><div><dt>Đâu</dt><dd>Xã</dd></div></dl>",
            "- **Ai**: Công dân\n- **Đâu**: Xã",
        ),
        ("<p>a &lt;b&gt; &amp; c</p>", "a \\<b\\> & c"),
        ("<pre><code>if a:\n    b</code></pre>", "```\nif a:\n    b\n```"),
        (
            "<p>A</p><p hidden>B</p><form><p>C</p></form><svg><path/></svg><p class='tthc-no-print'>D</p><p>E</p>",
            "A\n\nE",
        ),
        ("<p>A</p><!-- x --><script>1 < 2</script><p>B</p>", "A\n\nB"),
        ("<p>A<!-- <b>x</b> > y -->B</p><!-- never closed <p>C</p>", "AB"),
        ("<P>1 < 2 <3 kg> c</P>", "1 \\< 2 \\<3 kg\\> c"),
    ],
)
def test_what_becomes_what(html: str, wanted: str) -> None:
    assert twin(html) == wanted


def test_a_table_keeps_its_cells() -> None:
    made = twin(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>"
        "<tr><th>1</th><td>x | y<br>z</td></tr></tbody></table>"
    )
    assert made == "| A | B |\n| --- | --- |\n| 1 | x \\| y\\ z |"
    html = markdown.markdown(made, extensions=["tables"])
    assert html.count("<td>") == 2 and html.count("<th>") == 2


def test_the_front_matter_is_quoted() -> None:
    assert markdown_twin("<p>a</p>", "https://a.vn/", {"tieu_de": 'Tên "lạ"', "trong": ""}).startswith(
        '---\ntieu_de: "Tên \\"lạ\\""\n---\n'
    )


def test_every_page_for_the_search_has_a_twin_with_its_heading_and_its_words(real_site: Path) -> None:
    """No heading, no cell and no paragraph of a procedure's page is lost."""
    twins = list(real_site.rglob("index.md"))
    assert len(twins) > 500
    for code in ("1-001193", "2-000635", "1-010736"):
        page = (real_site / f"thu-tuc/{code}/index.html").read_text("utf-8")
        text = (real_site / f"thu-tuc/{code}/index.md").read_text("utf-8")
        main = re.search(r"<main[^>]*>(.*)</main>", page, re.DOTALL)[1]  # type: ignore[index]
        main = re.sub(r"<section id=.truong-hop.*?</section>\s*(?=<nav|<section)", "", main, flags=re.DOTALL)
        plain = re.sub(r"[\\*`]|\s", "", text)
        main = re.sub(r"<form.*?</form>", "", main, flags=re.DOTALL)
        cells = re.findall(r"<(h2|td|dd)\b[^>]*>([^<>{}]{4,})", main)
        assert len(cells) > 15
        for _, words in cells:
            import html

            assert re.sub(r"[\\*`]|\s", "", html.unescape(words)) in plain, words
    assert "Bản cũ, 31/12/2023" in (real_site / "thu-tuc/1-001193/index.md").read_text("utf-8")
    assert 'rel="alternate" type="text/markdown" href="index.md"' in (
        real_site / "thu-tuc/1-001193/index.html"
    ).read_text("utf-8")
