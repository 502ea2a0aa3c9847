"""The communes' own sites. All of them share procedures, lists and the search; a commune's own are its home, desk,
notice, duties and news. Shared files are made once and linked into each site. Links to other pages lead to the
district's site.

23 sites take less time and space than three separate builds (benchmarks/bench_communes.py)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.for_unit import LEVEL_OF_KIND, shared_catalogue, unit_catalogue
from generator.catalogue.views import UnitView
from generator.catalogue.wording import wording
from generator.composition.site_parts import SiteParts, data_file, titles
from generator.outputs.exports.changes import changes_of, newest
from generator.outputs.exports.days_off import data as days_off
from generator.outputs.exports.feeds import FEED, feed
from generator.outputs.exports.offline import offline_list, worker
from generator.outputs.exports.places import place
from generator.outputs.exports.registry import compact_json
from generator.outputs.output import Output
from generator.outputs.search import publish
from generator.outputs.sheets.all_sheets import sheets_of
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
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, SearchRecord
from generator.pages.plan import agency
from generator.pages.related import inverse_relations
from generator.rendering.assets import Assets
from generator.rendering.linking import OtherSite
from generator.rendering.page_renderer import PageRenderer

PLACES = "assets/places.json"  # a fixed name, since shared pages are equal on every commune's site
SHARED = "*/"  # prefix of the names of the outputs that all sites share
# addresses that every site has besides the shared pages and files
OWN = ("", urls.FEEDBACK, urls.NEWS, FEED, PLACES, f"{urls.SEARCH}opensearch.xml", urls.SEARCH_INDEX)
# the entries of the shared search index for pages of which every commune has its own version
IN_INDEX = (
    (
        "",
        "unit",
        "Nơi nộp hồ sơ, giờ nhận, điện thoại",
        ["bộ phận một cửa", "trung tâm hành chính công", "địa chỉ ủy ban", "giờ làm việc"],
    ),
    (urls.FEEDBACK, "page", "Phản ánh, kiến nghị", ["góp ý", "khiếu nại", "tố cáo"]),
)


def unit_sites(
    full: Catalogue, units: Mapping[str, UnitView], theme_dirs: list[str], *, boards: bool = False
) -> list[SiteParts]:
    """What the sites of `units` consist of: first what they share, then what each has of its own. units: by the folder
    that each site is written to; boards: include the large board lists, which are otherwise linked at the district."""
    family, district = shared_catalogue(full), (full.site.url or "").rstrip("/") + "/"
    assets, renderer = assets_and_renderer(family, full, theme_dirs, district)
    pages = common_pages(family, full)
    sheets = [sheet for view in family.in_force for sheet in sheets_of("procedure", view, family)]
    files = dict(assets.bytes) | {"sw.js": worker()}
    listed = [urls.HOME, urls.FEEDBACK, *(page.url for page in pages if page.file != "404.html")]
    files |= dict([offline_list(LEVEL_OF_KIND, listed)])
    here = frozenset({*OWN, *(page.url for page in pages), *files})
    if full.has_sheets:
        here |= {sheet.path for sheet in sheets}
    common_inputs = (inputs_of(full).frame, inputs_of(full).units, sorted(assets.names.items()), sorted(here))
    own = [_own(full, unit, folder, renderer, here, district, common_inputs, boards) for folder, unit in units.items()]
    overridden: dict[str, set[str]] = {}
    for one in own:
        for page in one.pages:
            overridden.setdefault(page.file, set()).update(one.folders)
    searchable = [*pages, *_own_entries(), *_at_the_district(full, family, district)]
    index = Output(
        "tim-kiem",
        partial(publish.index_files, searchable, family),
        lambda: (publish.inputs(searchable, family), publish.inputs([], full)),
    )
    shared = SiteParts(
        catalogue=family,
        renderer=renderer,
        assets=assets.names,
        pages=pages,
        exports=[index],
        sheets=sheets if full.has_sheets else [],
        files=[data_file(name, data) for name, data in files.items()],
        indexed=titles(pages),
        folders=tuple(units),
        overridden=overridden,
        key=SHARED,
        other_site=OtherSite(district, here),
        common_inputs=common_inputs,
    )
    return [shared, *own]


def assets_and_renderer(
    catalogue: Catalogue, full: Catalogue, theme_dirs: list[str], district: str, search_name: str = ""
) -> tuple[Assets, PageRenderer]:
    """The assets of a commune's own site, and what renders its pages."""
    assets = Assets(Path(theme_dirs[0]) / "assets")
    for name, data in days_off(full):
        assets.add(name, data)

    def asset(name: str) -> str:
        return PLACES if name == "places.json" else assets(name)

    return assets, PageRenderer(theme_dirs, catalogue, asset, "/", district, search_name)


def common_pages(family: Catalogue, full: Catalogue) -> list[Page]:
    """The pages that are equal on every commune's site."""
    inverse = inverse_relations(full)
    pages = [procedure.page(view, family, inverse) for view in family.procedures.values()]
    for kind in (withheld, catalogue_list, field, search_page, not_found, offline, kiosk):
        pages += kind.pages(family)
    return pages


def _own_entries() -> Iterator[Page]:
    """Search records for the pages of IN_INDEX."""
    for url, group, title, words in IN_INDEX:
        yield Page(url, "", title, search=SearchRecord(group, title, keywords=words))


def _at_the_district(full: Catalogue, family: Catalogue, district: str) -> Iterator[Page]:
    """Search records with full addresses for the district's pages: life events and district procedures."""
    above = wording(full).district
    others = [
        Page(view.url, "", view.name, search=procedure.search_record(view, full.procedures))
        for view in full.in_force
        if view.code not in family.procedures
    ]
    for page in [*others, *guide.pages(full)]:
        record = page.search_entry()
        if record:
            note = record.note or record.summary
            yield Page(
                f"{district}{page.url}",
                "",
                page.title,
                search=dataclasses.replace(record, note=f"Ở trang của {above}. {note}".strip()),
            )


def _own(
    full: Catalogue,
    unit: UnitView,
    folder: str,
    renderer: PageRenderer,
    shared: frozenset[str],
    district: str,
    common_inputs: object,
    boards: bool,
) -> SiteParts:
    """What only the site of this commune has."""
    own = unit_catalogue(full, unit)
    duties = [entry for plan in full.plans.values() for entry in plan.communes if entry.unit is unit]
    pages = [home(own, unit, duties), *feedback.pages(own), *notice.pages(own)]
    pages += [page for page in unit_pages.pages(own) if page.url.startswith(unit.url)]
    pages += [page for page in agency.pages(full) if page.url in {entry.url for entry in duties}]
    local = [view for view in own.procedures.values() if view.local]
    if local:
        inverse = inverse_relations(full)
        pages += [procedure.page(view, own, inverse) for view in local]
    sheets = [sheet for sheet in sheets_of("unit", unit, full) if boards or sheet.template != "board"]
    sheets = sheets if full.has_sheets else []
    communes = {LEVEL_OF_KIND: place(unit) | {"url": ""}}
    places = compact_json({"here": LEVEL_OF_KIND, "district": {}, "communes": communes})
    return SiteParts(
        catalogue=own,
        renderer=renderer,
        assets={},
        pages=pages,
        exports=[Output(FEED, partial(_feed, own, unit))],
        sheets=sheets,
        files=[data_file(PLACES, places)],
        folders=(folder,),
        key=folder,
        other_site=OtherSite(district, shared | {page.url for page in pages} | {sheet.path for sheet in sheets}),
        common_inputs=common_inputs,
    )


def _feed(catalogue: Catalogue, unit: UnitView) -> Iterable[tuple[str, bytes]]:
    changes = (change for view in unit.procedures for change in changes_of(view, catalogue.as_of))
    yield FEED, feed(catalogue, unit.url, f"Thủ tục tại {unit.title}", newest(changes, catalogue.notices))
