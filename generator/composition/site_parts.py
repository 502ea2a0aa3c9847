"""What a site, or the part that several sites share, consists of: pages, exports, sheets, files."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.catalogue.catalogue import Catalogue
from generator.composition.sitemap import SITEMAP, robots, sitemap
from generator.outputs.exports.registry import data_files, export_outputs
from generator.outputs.output import Output
from generator.outputs.search import publish
from generator.outputs.sheets.all_sheets import all_sheets
from generator.outputs.sheets.sheet import Sheet
from generator.pages.all_pages import all_pages
from generator.pages.page import Page
from generator.rendering.assets import Assets
from generator.rendering.linking import OtherSite
from generator.rendering.page_renderer import PageRenderer


@dataclass(slots=True, kw_only=True)
class SiteParts:
    """catalogue: what the pages show; renderer: renders them; assets: logical name → published name; exports: made in
    several processes, like the pages; sheets: typeset in threads; files: made after exports and pages;
    indexed: file → title of the pages that Pagefind indexes.

    folders: where the parts are written below the output folder, each empty or with a closing `/`; the files are in the
    first, the others have links to them; overridden: file → the folders that have another version of it; key: prefix of
    the names of the outputs, which no two parts share. other_site: the site that links lead to for pages that this one
    lacks; common_inputs: plain values on which all pages depend, besides those of the frame."""

    catalogue: Catalogue
    renderer: PageRenderer
    assets: dict[str, str]
    pages: list[Page]
    exports: list[Output]
    sheets: list[Sheet]
    files: list[Output]
    indexed: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ("",)
    overridden: dict[str, set[str]] = field(default_factory=dict)
    key: str = ""
    other_site: OtherSite | None = None
    common_inputs: object = ()

    def folders_of(self, name: str) -> list[str]:
        """The folders that an output of this name (the file of a page) is written to."""
        overridden = self.overridden.get(name, ())
        return [folder for folder in self.folders if folder not in overridden]


def whole_site(catalogue: Catalogue, theme_dirs: list[str]) -> SiteParts:
    """Everything of one edition. theme_dirs: template folders, first wins."""
    folder = catalogue.edition.folder if catalogue.edition else ""
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data, fixed in data_files(catalogue):
        assets.add(name, data, fixed)
    renderer = PageRenderer(theme_dirs, catalogue, assets, urlsplit(catalogue.site.url or "").path or "/")
    pages, exports = list(all_pages(catalogue)), export_outputs(catalogue)
    index = Output(
        "tim-kiem", partial(publish.index_files, pages, catalogue), partial(publish.inputs, pages, catalogue)
    )
    files = [data_file(name, data) for name, data in assets.bytes.items()]
    files.append(data_file(SITEMAP, sitemap(pages, renderer.site_url, catalogue.edition).encode()))
    if not folder:  # a host has only one, at its root
        files.append(data_file("robots.txt", robots(renderer.site_url, catalogue.edition).encode()))
    return SiteParts(
        catalogue=catalogue,
        renderer=renderer,
        assets=assets.names,
        pages=pages,
        exports=[index, *(one for one in exports if not one.last)],  # the longest task first
        sheets=list(all_sheets(catalogue)) if catalogue.has_sheets else [],
        files=[*(one for one in exports if one.last), *files],
        indexed=titles(pages),
        folders=(folder,),
        key=folder,
    )


def titles(pages: list[Page]) -> dict[str, str]:
    """File → title of the pages that the search finds."""
    return {page.file: page.title for page in pages if page.search}


def data_file(name: str, data: bytes) -> Output:
    """An output of one file whose bytes are known already."""
    return Output(name, lambda: [(name, data)], data)
