"""Renders the page of a draft with the site's own templates: the one place where the editor uses them."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from generator import urls
from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.store import Store
from generator.outputs.exports.registry import data_files
from generator.outputs.sheets.all_sheets import sheets_of
from generator.pages.all_pages import all_pages
from generator.pages.page import Page
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer
from generator.schema.kinds import Kind

ROOT = "/trang/"  # where the preview's styles and scripts are


class Preview:
    """theme_dirs: returns the folders with templates, called once."""

    def __init__(self, theme_dirs: Callable[[], list[str]]) -> None:
        self.theme_dirs = theme_dirs
        self.lock = threading.Lock()
        self.assets: Assets | None = None

    def asset(self, name: str) -> bytes | None:
        """A style, script or data file that a previewed page requests."""
        return self.assets.bytes.get(name) if self.assets else None

    def page(self, store: Store, kind: Kind, path: str, record: object, as_of: dt.date | None) -> str | None:
        """The HTML of the record's own page, None if it has none on this day."""
        with self.lock:
            catalogue = build_catalogue(store, store.effective_date(as_of), [])
            page = _page_of(catalogue, kind, path, record)
            if page is None:
                return None
            dirs = self.theme_dirs()
            self.assets = Assets(Path(dirs[0]) / "assets")
            for name, data, fixed in data_files(catalogue):
                self.assets.add(name, data, fixed)
            return PageRenderer(dirs, catalogue, self.assets, ROOT).html(page, ROOT)

    def sheet(self, store: Store, kind: Kind, path: str, record: Any, as_of: dt.date | None) -> bytes | None:
        """The printed sheet as PDF, None if the record has none. Raises SheetError."""
        from generator.outputs.sheets.typeset import typeset_pdf

        with self.lock:
            catalogue = build_catalogue(store, store.effective_date(as_of), [])
            item: Any = None
            if kind.name == "procedure":
                item = catalogue.procedures.get(record.code)
            elif kind.name == "unit":
                item = catalogue.units.get(PurePosixPath(path).stem)
            elif kind.name == "guide":
                item = next((one for one in catalogue.guides if one.slug == PurePosixPath(path).stem), None)
            sheet = next(iter(sheets_of(kind.name, item, catalogue)), None) if item is not None else None
            return typeset_pdf(sheet) if sheet else None


def _page_of(catalogue: Catalogue, kind: Kind, path: str, record: object) -> Page | None:
    """The page that shows the record: its own, or the list that contains it."""
    wanted = _address(kind, path, record)
    for page in all_pages(catalogue):
        if wanted is not None and page.url == wanted:
            return page
        if wanted is None and page.source and (page.source == path or page.source.endswith(f"/{path}")):
            return page
    return None


def _address(kind: Kind, path: str, record: Any) -> str | None:
    """The address of the record's page, None if only the page's source file identifies it."""
    stem, parts = PurePosixPath(path).stem, path.split("/")
    if kind.name == "procedure" and record.code:
        return urls.procedure(record.code)
    if kind.name == "unit":
        return urls.unit(stem)
    if kind.name == "overlay":
        return urls.procedure(record.code) if record.code else urls.unit(parts[1])
    if kind.name == "law" and record.number:
        return urls.law(record.number)
    if kind.name == "task" and record.number:
        return urls.plan_task(int(parts[1]), record.number)
    if parts[0] == "plan":
        return urls.plan(int(parts[1]))
    fixed = {"site": "", "agency": "don-vi/", "field": "linh-vuc/", "term": "giai-thich/"}
    return fixed.get(kind.name) if kind.name in fixed else None
