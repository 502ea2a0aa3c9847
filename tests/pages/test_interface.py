"""/so-tay/giao-dien/: the components in use, for those who work on the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.inputs import NOTED
from generator.pages.interface import context, pages
from generator.schema.whole_token import WholeToken
from tests.conftest import PROJECT
from tests.support.real_content import real_catalogue

PAGE = "so-tay/giao-dien/"


def test_every_example_is_on_the_page(real_site: Path) -> None:
    page = (real_site / PAGE / "index.html").read_text("utf-8")
    examples = {path.parent.name for path in (PROJECT / "theme" / "components").glob("*/example.html")}
    assert set(re.findall(r'data-component="([\w-]+)"', page)) == examples
    assert "None" not in re.sub(r"<[^>]*>", "", page)


def test_it_depends_on_the_private_texts_of_the_one_record_that_it_looks_into(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = real_catalogue()
    asking = [view for view in catalogue.in_force if view.record.has_questions]
    assert 1 < len(asking) < len(catalogue.in_force)
    assert asking == [view for view in catalogue.in_force if view.load().questions]
    for view in catalogue.in_force:
        monkeypatch.setattr(view, "full_token", WholeToken(b"x", (view.source,)))
    (page,) = pages(catalogue)
    NOTED.clear()
    assert callable(page.inputs) and page.inputs()
    assert context(catalogue)["with_cases"].record.code == asking[0].code
    assert {asking[0].source} == NOTED


def test_it_is_for_editors_alone(real_site: Path) -> None:
    page = (real_site / PAGE / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert PAGE not in (real_site / "sitemap.xml").read_text("utf-8")
    assert PAGE not in (real_site / "tim-kiem" / "muc-luc.json").read_text("utf-8")
    assert "../so-tay/giao-dien/" in (real_site / "so-tay" / "index.html").read_text("utf-8")
