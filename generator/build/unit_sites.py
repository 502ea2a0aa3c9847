"""The communes' own sites. What all of them share (procedures, lists, the search) is built once and hard-linked into
each; only a commune's home, desk, notice, duties and news are its own. Links to other pages lead to the district's
site.

23 sites take less time and space than three separate builds (benchmarks/bench_communes.py)."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.for_unit import LEVEL_OF_KIND, shared_catalogue, unit_catalogue
from generator.catalogue.views import UnitView
from generator.outputs.exports.changes import changes_of, newest
from generator.outputs.exports.days_off import data as days_off
from generator.outputs.exports.feeds import FEED, feed
from generator.outputs.exports.offline import offline_list, worker
from generator.outputs.exports.places import place
from generator.outputs.exports.registry import compact_json
from generator.outputs.exports.sheets import typeset
from generator.outputs.search.pagefind import run_pagefind
from generator.outputs.search.publish import light_copies, write_index
from generator.outputs.sheets.sheet import sheets_of
from generator.pages import (
    catalogue_list,
    feedback,
    field,
    guide,
    kiosk,
    not_found,
    notice,
    offline,
    procedure,
    search_page,
    withheld,
)
from generator.pages import unit as unit_pages
from generator.pages.commune_home import home
from generator.pages.page import Page, SearchRecord
from generator.pages.plan import agency
from generator.pages.related import inverse_relations
from generator.progress import ProgressCallback, no_progress
from generator.rendering.assets import Assets
from generator.rendering.jinja_env import FragmentCache
from generator.rendering.page_renderer import PageRenderer

PLACES = "assets/places.json"  # a fixed name, since shared pages are equal on every commune's site
LINK = re.compile(r'((?:href|src|action|data-places)=")([^"#?]*+)([^"]*+")')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def build_unit_sites(
    whole: Catalogue,
    units: list[UnitView],
    place_of: Callable[[UnitView], Path],
    shared: Path,
    theme_dirs: list[str],
    *,
    boards: bool = False,
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Write the site of each of `units` into the folder that `place_of` returns. shared: a folder on the same disk for
    the common files (may be deleted afterwards); boards: include the large board lists, otherwise linked at the
    district; on_progress: called with the number of finished sites. Returns the number of pages. Raises OSError,
    PagefindError, SheetError."""
    family = shared_catalogue(whole)
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data in days_off(whole):
        assets.add(name, data)
    district = (whole.site.url or "").rstrip("/") + "/"
    layout = PageRenderer(theme_dirs, family, lambda name: PLACES if name == "places.json" else assets(name), "/")
    layout.site_url = district
    layout.env.globals["district"] = district
    pages = common_pages(family, whole)
    files: dict[str, bytes] = dict(assets.bytes)
    if whole.has_sheets:
        files |= dict(typeset([sheet for view in family.in_force for sheet in sheets_of("procedure", view, family)]))
    # every commune has its own version of these
    own = {
        "",
        urls.FEEDBACK,
        urls.NEWS,
        FEED,
        PLACES,
        f"{urls.SEARCH}opensearch.xml",
        f"{urls.SEARCH}muc-luc.json",
    }
    files["sw.js"] = worker()
    name, data = offline_list(
        LEVEL_OF_KIND, [urls.HOME, urls.FEEDBACK, *(page.url for page in pages if page.file != "404.html")]
    )
    files[name] = data
    known = own | {page.url for page in pages} | set(files)
    for page in pages:
        html = layout.html(page, "/" if page.file == "404.html" else None)
        write_or_link(shared / page.file, rewrite_links(html, page.url, known, district))
    for name, data in files.items():
        write_or_link(shared / name, data)
    generic = [
        Page(
            "",
            "",
            "Nơi nộp hồ sơ",
            search=SearchRecord(
                "unit",
                "Nơi nộp hồ sơ, giờ nhận, điện thoại",
                keywords=["bộ phận một cửa", "trung tâm phục vụ hành chính công", "địa chỉ ủy ban", "giờ làm việc"],
            ),
        ),
        Page(
            urls.FEEDBACK,
            "",
            "Phản ánh, kiến nghị",
            search=SearchRecord("page", "Phản ánh, kiến nghị", keywords=["góp ý", "khiếu nại", "tố cáo"]),
        ),
    ]
    write_index([*pages, *generic, *_at_the_district(whole, family, district)], family, shared)
    run_pagefind(light_copies({page.file: page.title for page in pages if page.search}, shared), shared)
    sheets = _unit_sheets(whole, units, boards)
    made = len(pages)
    for at, unit in enumerate(units):
        on_progress(at, len(units))
        target = place_of(unit)
        _link_tree(shared, target)
        made += _own_pages(whole, unit, target, layout, assets, known, district, sheets.get(unit.slug, {}))
    return made


def common_pages(family: Catalogue, whole: Catalogue) -> list[Page]:
    """The pages that are equal on every commune's site."""
    inverse = inverse_relations(whole)
    pages = [procedure.page(view, family, inverse) for view in family.procedures.values()]
    for kind in (withheld, catalogue_list, field, search_page, not_found, offline, kiosk):
        pages += kind.pages(family)
    return pages


def _at_the_district(whole: Catalogue, family: Catalogue, district: str) -> Iterator[Page]:
    """Search records with full addresses for the district's pages: life events and district procedures."""
    others = [
        Page(view.url, "", view.name, search=procedure.search_record(view))
        for view in whole.in_force
        if view.code not in family.procedures
    ]
    for page in [*others, *guide.pages(whole)]:
        record = page.found_as()
        if record:
            note = record.note or record.summary
            yield Page(
                f"{district}{page.url}",
                "",
                page.title,
                search=dataclasses.replace(record, note=f"Ở trang của huyện. {note}".strip()),
            )


def _unit_sheets(whole: Catalogue, units: Iterable[UnitView], boards: bool) -> dict[str, dict[str, bytes]]:
    """The PDF sheets of every unit by path, typeset in one run."""
    if not whole.has_sheets:
        return {}
    wanted = {
        unit.slug: [sheet for sheet in sheets_of("unit", unit, whole) if boards or sheet.template != "board"]
        for unit in units
    }
    made = dict(typeset([sheet for sheets in wanted.values() for sheet in sheets]))
    return {slug: {sheet.path: made[sheet.path] for sheet in sheets} for slug, sheets in wanted.items()}


def _own_pages(
    whole: Catalogue,
    unit: UnitView,
    target: Path,
    layout: PageRenderer,
    assets: Assets,
    known: set[str],
    district: str,
    sheets: dict[str, bytes],
) -> int:
    own = unit_catalogue(whole, unit)
    _bind(layout, own)
    duties = [entry for plan in whole.plans.values() for entry in plan.communes if entry.unit is unit]
    pages = [home(own, unit, duties), *feedback.pages(own), *notice.pages(own)]
    pages += [page for page in unit_pages.pages(own) if page.url.startswith(unit.url)]
    pages += [page for page in agency.pages(whole) if page.url in {entry.url for entry in duties}]
    local = [view for view in own.procedures.values() if view.local]
    if local:
        inverse = inverse_relations(whole)
        pages += [procedure.page(view, own, inverse) for view in local]
    here = known | {page.url for page in pages} | set(sheets)
    for page in pages:
        html = layout.html(page)
        _replace(target / page.file, rewrite_links(html, page.url, here, district))
    communes = {LEVEL_OF_KIND: place(unit) | {"url": ""}}
    _replace(target / PLACES, compact_json({"here": LEVEL_OF_KIND, "district": {}, "communes": communes}))
    _replace(
        target / FEED,
        feed(
            own,
            unit.url,
            f"Thủ tục tại {unit.title}",
            newest((change for view in unit.procedures for change in changes_of(view, own.as_of)), own.notices),
        ),
    )
    for name, data in sheets.items():
        _replace(target / name, data)
    return len(pages)


def _bind(layout: PageRenderer, catalogue: Catalogue) -> None:
    """Bind the renderer to another catalogue; templates stay compiled."""
    layout.catalogue = catalogue
    layout.env.globals |= {"catalogue": catalogue, "site": catalogue.site, "cached": FragmentCache()}
    layout.frames = {}


def rewrite_links(html: str, url: str, known: set[str], district: str) -> bytes:
    """`html` with links to pages that this site lacks pointing to the district's site."""

    def rewritten(match: re.Match[str]) -> str:
        if not match[2] or OUTSIDE.match(match[2]):
            return match[0]
        path = urljoin("http://h/" + url, match[2]).removeprefix("http://h/")
        return match[0] if path in known else f"{match[1]}{district}{path}{match[3]}"

    return LINK.sub(rewritten, html).encode("utf-8")


def _link_tree(source: Path, target: Path) -> None:
    """Hard-link all files of `source` into `target`; copy where links are not supported."""
    for folder, _, names in os.walk(source):
        destination = target / os.path.relpath(folder, source)
        destination.mkdir(parents=True, exist_ok=True)
        for name in names:
            try:
                os.link(os.path.join(folder, name), destination / name)
            except OSError:
                shutil.copyfile(os.path.join(folder, name), destination / name)


def write_or_link(file: Path, data: bytes) -> None:
    """Write a file, creating its parent folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _replace(file: Path, data: bytes) -> None:
    """Write a new file instead of changing the hard-linked one."""
    file.unlink(missing_ok=True)
    write_or_link(file, data)
