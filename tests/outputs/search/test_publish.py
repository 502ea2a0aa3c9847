"""What the search leaves in the built site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from generator.outputs.search.pagefind import light_page


def test_the_index_and_what_it_names_are_there(small_site: Path) -> None:
    folder = small_site / "tim-kiem"
    data = json.loads((folder / "muc-luc.json").read_text("utf-8"))
    for name in (*data["parts"], data["answers"]):
        assert (folder / name).is_file()


def test_a_browser_can_add_the_search(small_site: Path) -> None:
    tree = ElementTree.parse(small_site / "tim-kiem" / "opensearch.xml")
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert "/tim-kiem/?q={searchTerms}" in tree.find("o:Url", space).attrib["template"]  # type: ignore[union-attr]
    assert len(tree.findtext("o:ShortName", "", space)) <= 16
    assert 'type="application/opensearchdescription+xml"' in (small_site / "index.html").read_text("utf-8")


def test_pagefind_reads_a_letter_that_it_folds(small_site: Path) -> None:
    entry = json.loads((small_site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["vi"]["page_count"] > 5


def test_pages_fetch_the_search_only_when_it_is_used(small_site: Path) -> None:
    page = (small_site / "index.html").read_text("utf-8")
    assert not re.search(r"assets/search(?:-engine)?\.\w+\.js", page)
    assert "pagefind" not in page


def test_neither_the_heading_nor_the_band_is_text_of_the_page() -> None:
    """Else an excerpt reads “Sinh con. Sinh con Bản cũ, 31/12/2023 …”."""
    band = '<div class="tthc-edition" role="note" data-pagefind-ignore data-edition="2023-12-31">\n<p>Bản cũ</p></div>'
    page = light_page("Sinh con", f"<h1>Sinh con</h1>{band}<p>Từ giấy chứng sinh</p>", "a/")
    assert re.sub("<[^>]*>", " ", page).split() == "Sinh con Sinh con Từ giấy chứng sinh".split()  # title and h1


def test_no_tag_inside_a_part_reaches_pagefind() -> None:
    """Pagefind ends or skips a page's text at a tag without its other half, so none may be left over, however the
    tags follow each other."""
    main = """<section id="a" data-text> <div>
 <ul>
  <li> <p>một</p> </li>
 <li class="x"><b>hai</b> ba </li></ul> </div>
 <input> </section>"""
    page = light_page("Tên", main, "a/")
    body = page[page.index("</h1>") + len("</h1>") : page.index("</body>")]
    assert re.findall("<[^>]*>", body) == ["<p>", "</p>"]
    assert re.sub("<[^>]*>", " ", body).split() == ["một", "hai", "ba"]
