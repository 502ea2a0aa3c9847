"""Fast by design: the frame is laid out once for each depth and menu entry, and data never goes through Markdown."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.loading.folder import read_folder
from generator.outputs.exports.registry import data_files
from generator.pages.page import all_pages
from generator.rendering import page_renderer as layout_module
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT

THEME = PROJECT / "theme"


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> tuple[PageRenderer, list, list[str]]:
    through_markdown: list[str] = []
    real = layout_module.to_html
    monkeypatch.setattr(layout_module, "to_html", lambda text: through_markdown.append(text or "") or real(text))
    store = read_folder(PROJECT / "content")
    catalogue = build_catalogue(store, dt.date(2023, 12, 31), [])
    assets = Assets(THEME / "assets")
    for name, data, _ in data_files(catalogue):
        assets.add(name, data)
    layout = PageRenderer([str(THEME)], catalogue, assets, "/")
    pages = list(all_pages(catalogue))
    wanted = [
        page
        for page in pages
        if page.template in {"procedure.html", "unit-procedures.html", "catalogue.html", "law.html"}
    ]
    for page in wanted:
        layout.html(page)
    return layout, wanted, through_markdown


def test_frames_are_laid_out_once_not_per_page(laid_out) -> None:
    layout, pages, _ = laid_out
    assert len(pages) > 200
    assert len(layout.frames) <= 8


def test_procedures_and_lists_do_not_go_through_markdown(laid_out) -> None:
    assert laid_out[2] == []


def test_asset_names_carry_a_hash_of_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n')
    (tmp_path / "b.js").write_text("export const b = 1;\n")
    first = Assets(tmp_path)
    assert first("b.js").removeprefix("assets/").encode() in first.bytes[first("a.js")]
    (tmp_path / "b.js").write_text("export const b = 2;\n")
    second = Assets(tmp_path)
    assert second("b.js") != first("b.js")
    assert second("a.js") != first("a.js"), "what imports a changed module changes its own name too"
