"""Fast by design: the frame is rendered once for each depth and menu entry, and data never goes through Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.loading import markdown
from generator.outputs.exports.registry import data_files
from generator.pages.all_pages import all_pages
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT
from tests.support.real_content import real_catalogue

THEME = PROJECT / "theme"


@pytest.fixture(scope="module")
def rendered() -> tuple[PageRenderer, list, list[str]]:
    through_markdown: list[str] = []
    real = markdown.to_html
    catalogue = real_catalogue()
    assets = Assets(THEME / "assets")
    for name, data, _ in data_files(catalogue):
        assets.add(name, data)
    renderer = PageRenderer([str(THEME)], catalogue, assets, "/")
    pages = list(all_pages(catalogue))
    wanted = [
        page
        for page in pages
        if page.template in {"procedure.html", "unit-procedures.html", "catalogue.html", "law.html"}
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "to_html", lambda text: through_markdown.append(text or "") or real(text))
        for page in wanted:
            renderer.html(page)
    return renderer, wanted, through_markdown


def test_frames_are_rendered_once_not_per_page(rendered) -> None:
    renderer, pages, _ = rendered
    assert len(pages) > 200
    assert len(renderer.frames) <= 8


def test_procedures_and_lists_do_not_go_through_markdown(rendered) -> None:
    assert rendered[2] == []


def test_asset_names_carry_a_hash_of_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n')
    (tmp_path / "b.js").write_text("export const b = 1;\n")
    first = Assets(tmp_path)
    assert first("b.js").removeprefix("assets/").encode() in first.bytes[first("a.js")]
    (tmp_path / "b.js").write_text("export const b = 2;\n")
    second = Assets(tmp_path)
    assert second("b.js") != first("b.js")
    assert second("a.js") != first("a.js"), "what imports a changed module changes its own name too"
