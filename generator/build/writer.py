"""A catalogue to a folder of files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Set
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.build.build_report import BuildReport
from generator.build.sitemap import robots, sitemap
from generator.catalogue.catalogue import Catalogue
from generator.outputs.exports import sheets
from generator.outputs.exports.registry import data_files, export_tasks
from generator.outputs.search.publish import index_files, light_copies
from generator.outputs.sheets.sheet import all_sheets
from generator.pages.page import Page, all_pages
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer

ExportTask = Callable[[], Iterator[tuple[str, bytes]]]  # files of one kind
Share = Callable[[Callable[[list[Page | ExportTask]], None], list[Page | ExportTask], int], object]
BATCH_SIZE = 10  # pages or exports that a process takes at a time: a few of them are long
Renderer = tuple[PageRenderer, Assets]
TextIndex = Callable[[dict[str, str], Path], str]


def write_site(
    catalogue: Catalogue,
    out: Path,
    theme_dirs: list[str],
    *,
    search: bool = True,
    share: Share | None = None,
    text_index: TextIndex | None = None,
    timed: Callable[[str], AbstractContextManager] = lambda part: nullcontext(),
    only: Callable[[list], list] | None = None,
    done: Set[str] = frozenset(),
    tools: Renderer | None = None,
) -> BuildReport:
    """Write the whole site of `catalogue` into `out` (made if absent). theme_dirs: folders with templates, first wins;
    search: also run Pagefind; share: calls the laying out with parts of the pages and exports, in several processes; text_index: Pagefind, or
    something that knows when it need not run; timed: notes how long a part took; only: picks what this machine makes of the
    pages, exports and sheets when several share the site (without Pagefind then); done: files of pages that are already there, laid
    out with these tools.
    Raises OSError when `out` cannot be written, PagefindError when Pagefind fails."""
    begun = time.perf_counter()
    layout, assets = tools or create_renderer(catalogue, theme_dirs)
    layout.show(catalogue)
    pages, own = list(all_pages(catalogue)), only or (lambda items: items)
    folders: set[str] = set()
    index: ExportTask = partial(index_files, pages, catalogue)  # the longest piece of work first

    def lay_out(part: list[Page | ExportTask]) -> None:
        for item in part:
            if isinstance(item, Page):
                root = layout.base if item.file == "404.html" else None
                write_file(out, item.file, layout.html(item, root).encode("utf-8"), folders)
            else:
                for name, data in item():
                    write_file(out, name, data, folders)

    with timed("dựng trang, tệp xuất"):
        (share or _alone)(
            lay_out, own([index, *export_tasks(catalogue), *(page for page in pages if page.file not in done)]), BATCH_SIZE
        )
    if catalogue.has_sheets:
        with timed("tờ in (PDF)"):
            for name, data in sheets.typeset(own(list(all_sheets(catalogue)))):
                write_file(out, name, data, folders)
    if own([True]):  # what there is one of for all pages is the first machine's
        for name, data in assets.bytes.items():
            write_file(out, name, data, folders)
        write_file(out, "sitemap.xml", sitemap(pages, layout.site_url).encode(), folders)
        write_file(out, "robots.txt", robots(layout.site_url).encode(), folders)
    entries = [page for page in pages if page.search]
    note = ""
    if search and not only:
        from generator.outputs.search.pagefind import run_pagefind

        with timed("Pagefind"):
            note = (text_index or run_pagefind)(light_copies({page.file: page.title for page in entries}, out), out)
    plans = catalogue.plans.values()
    return BuildReport(
        procedures=len(catalogue.in_force),
        units=sum(unit.active for unit in catalogue.units.values()),
        tasks=sum(len(plan.tasks) for plan in plans),
        pages=len(pages),
        entries=len(entries),
        seconds=time.perf_counter() - begun,
        pagefind=note,
        assets=dict(assets.names),
        indexed={page.file: page.title for page in entries},
    )


def create_renderer(catalogue: Catalogue, theme_dirs: list[str]) -> Renderer:
    """What the pages of a site are laid out with: templates, and styles, scripts and the data these load."""
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data in data_files(catalogue):
        assets.add(name, data)
    return PageRenderer(theme_dirs, catalogue, assets, urlsplit(catalogue.site.url or "").path or "/"), assets


def _alone(lay_out: Callable[[list[Page | ExportTask]], None], items: list[Page | ExportTask], most: int) -> None:
    lay_out(items)


def write_file(out: Path, name: str, data: bytes, folders: set[str]) -> None:
    """Write the file `name` below `out`. folders: those known to be there."""
    folder = f"{out}/{name.rpartition('/')[0]}"
    if folder not in folders:
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        folders.add(folder)
    with open(f"{out}/{name}", "wb", buffering=0) as file:
        file.write(data)
