"""A catalogue to a folder of files."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.catalogue.catalogue import Catalogue
from generator.exports.export import all_data, all_files
from generator.pages.page import Page, all_pages
from generator.site.assets import Assets
from generator.site.layout import Layout
from generator.site.sitemap import robots, sitemap


@dataclass(slots=True)
class Made:
    """What a build made, for the summary."""

    procedures: int
    units: int
    tasks: int
    pages: int
    entries: int
    seconds: float
    pagefind: str = ""

    def __str__(self) -> str:
        return (
            f"{self.procedures} thủ tục, {self.units} đơn vị, {self.tasks} nhiệm vụ kế hoạch, {self.pages} trang, "
            f"{self.entries} mục tìm kiếm, {self.seconds:.2f} giây"
        )


def make_site(catalogue: Catalogue, out: Path, theme_dirs: list[str], *, search: bool = True) -> Made:
    """Write the whole site of `catalogue` into `out` (made if absent). theme_dirs: folders with templates, first wins;
    search: also run Pagefind. Raises OSError when `out` cannot be written, PagefindError when Pagefind fails."""
    begun = time.perf_counter()
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data in all_data(catalogue):
        assets.add(name, data)
    base = urlsplit(catalogue.site.url or "").path or "/"
    layout = Layout(theme_dirs, catalogue, assets, base)
    pages = list(all_pages(catalogue))
    folders: set[Path] = set()
    for page in pages:
        root = base if page.file == "404.html" else None
        _write(out / page.file, layout.html(page, root).encode("utf-8"), folders)
    for name, data in assets.bytes.items():
        _write(out / name, data, folders)
    for name, data in all_files(catalogue):
        _write(out / name, data, folders)
    _write(out / "sitemap.xml", sitemap(pages, layout.site_url).encode(), folders)
    _write(out / "robots.txt", robots(layout.site_url).encode(), folders)
    entries = [page for page in pages if page.search]
    note = _search(pages, catalogue, out) if search else ""
    plans = catalogue.plans.values()
    return Made(
        procedures=len(catalogue.in_force),
        units=sum(unit.active for unit in catalogue.units.values()),
        tasks=sum(len(plan.tasks) for plan in plans),
        pages=len(pages),
        entries=len(entries),
        seconds=time.perf_counter() - begun,
        pagefind=note,
    )


def _search(pages: list[Page], catalogue: Catalogue, out: Path) -> str:
    from generator.search.publish import publish

    return publish(pages, catalogue, out)


def _write(file: Path, data: bytes, folders: set[Path]) -> None:
    if file.parent not in folders:
        file.parent.mkdir(parents=True, exist_ok=True)
        folders.add(file.parent)
    file.write_bytes(data)
