"""/so-tay/giao-dien/: the components in use, for those who work on the site."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import PROJECT

PAGE = "so-tay/giao-dien/"


def test_every_example_is_on_the_page(real_site: Path) -> None:
    page = (real_site / PAGE / "index.html").read_text("utf-8")
    examples = {path.parent.name for path in (PROJECT / "theme" / "components").glob("*/example.html")}
    assert set(re.findall(r'data-component="([\w-]+)"', page)) == examples
    assert "None" not in re.sub(r"<[^>]*>", "", page)


def test_it_is_for_editors_alone(real_site: Path) -> None:
    page = (real_site / PAGE / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert PAGE not in (real_site / "sitemap.xml").read_text("utf-8")
    assert PAGE not in (real_site / "tim-kiem" / "muc-luc.json").read_text("utf-8")
    assert "../so-tay/giao-dien/" in (real_site / "so-tay" / "index.html").read_text("utf-8")
