"""Writes the site of a catalogue into a folder."""

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

ExportTask = Callable[[], Iterator[tuple[str, bytes]]]  # yields (file, bytes)
ParallelMap = Callable[[Callable[[list[Page | ExportTask]], None], list[Page | ExportTask], int], object]
BATCH_SIZE = 10  # pages or exports per batch: a few of them are slow
Renderer = tuple[PageRenderer, Assets]
TextIndex = Callable[[dict[str, str], Path], str]


def write_site(
    catalogue: Catalogue,
    out: Path,
    theme_dirs: list[str],
    *,
    search: bool = True,
    map_parallel: ParallelMap | None = None,
    text_index: TextIndex | None = None,
    timed: Callable[[str], AbstractContextManager] = lambda part: nullcontext(),
    only: Callable[[list], list] | None = None,
    done: Set[str] = frozenset(),
    renderer: Renderer | None = None,
) -> BuildReport:
    """Write the whole site of `catalogue` into `out` (created if absent).

    theme_dirs: template folders, first wins; search: also run Pagefind; map_parallel: runs the rendering in several
    processes; text_index: builds Pagefind's index, or reuses it; timed: context manager that records a stage's time;
    only: selects the pages, exports and sheets of this shard (then without Pagefind); done: files of pages that were
    already written with `renderer`. Raises OSError if `out` cannot be written, PagefindError."""
    started = time.perf_counter()
    layout, assets = renderer or create_renderer(catalogue, theme_dirs)
    layout.show(catalogue)
    pages, select = list(all_pages(catalogue)), only or (lambda items: items)
    folders: set[str] = set()
    index: ExportTask = partial(index_files, pages, catalogue)  # the longest task first

    def render(batch: list[Page | ExportTask]) -> None:
        for item in batch:
            if isinstance(item, Page):
                root = layout.base if item.file == "404.html" else None
                write_file(out, item.file, layout.html(item, root).encode("utf-8"), folders)
            else:
                for name, data in item():
                    write_file(out, name, data, folders)

    with timed("dựng trang, tệp xuất"):
        tasks = select([index, *export_tasks(catalogue), *(page for page in pages if page.file not in done)])
        (map_parallel or _serial)(render, tasks, BATCH_SIZE)
    if catalogue.has_sheets:
        with timed("tờ in (PDF)"):
            for name, data in sheets.typeset(select(list(all_sheets(catalogue)))):
                write_file(out, name, data, folders)
    if select([True]):  # the first shard writes the shared files
        for name, data in assets.bytes.items():
            write_file(out, name, data, folders)
        write_file(out, "sitemap.xml", sitemap(pages, layout.site_url, catalogue.edition).encode(), folders)
        if not (catalogue.edition and catalogue.edition.folder):  # a host has one, at its root
            write_file(out, "robots.txt", robots(layout.site_url, catalogue.edition).encode(), folders)
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
        seconds=time.perf_counter() - started,
        pagefind=note,
        assets=dict(assets.names),
        indexed={page.file: page.title for page in entries},
    )


def create_renderer(catalogue: Catalogue, theme_dirs: list[str]) -> Renderer:
    """The page renderer with the site's templates, and the assets with styles, scripts and the data these load."""
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data in data_files(catalogue):
        assets.add(name, data)
    return PageRenderer(theme_dirs, catalogue, assets, urlsplit(catalogue.site.url or "").path or "/"), assets


def _serial(render: Callable[[list[Page | ExportTask]], None], items: list[Page | ExportTask], max_batch: int) -> None:
    render(items)


def write_file(out: Path, name: str, data: bytes, folders: set[str]) -> None:
    """Write the file `name` below `out`. folders: the folders that exist; updated."""
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
