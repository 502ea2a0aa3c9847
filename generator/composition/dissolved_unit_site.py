"""The site of a dissolved commune: each of its old addresses says what happened and links to the current page."""

from __future__ import annotations

import dataclasses

from generator import urls as addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.for_unit import LEVEL_OF_KIND, shared_catalogue, unit_catalogue
from generator.catalogue.views import UnitView
from generator.composition.site_parts import SiteParts, data_file
from generator.composition.unit_sites import PLACES, assets_and_renderer, common_pages
from generator.outputs.exports.feeds import FEED, end_date, feed
from generator.outputs.exports.offline import offline_list, worker
from generator.outputs.exports.registry import compact_json
from generator.outputs.search.opensearch import short_name
from generator.outputs.sheets.all_sheets import sheets_of
from generator.pages import feedback, notice
from generator.pages import unit as unit_pages
from generator.pages.inputs import inputs_of
from generator.pages.page import Page
from generator.pages.plan import agency
from generator.rendering.linking import OtherSite


def tombstone_site(full: Catalogue, unit: UnitView, before: Catalogue, theme_dirs: list[str]) -> list[SiteParts]:
    """What the site consists of. full: the current catalogue; before: the catalogue of the last day of `unit`, for the
    addresses it had then."""
    district = (full.site.url or "").rstrip("/") + "/"
    catalogue = dataclasses.replace(unit_catalogue(full, unit), units={})  # no commune to choose here
    assets, renderer = assets_and_renderer(catalogue, full, theme_dirs, district, short_name(full.site))
    own = {page.url: page for page in unit_pages.pages(full) if page.url.startswith(unit.url)}
    pages = [_page(url, own.get(url, own[unit.url]), unit) for url in _legacy_urls(before, unit.slug)]
    files = dict(assets.bytes) | {
        "sw.js": worker(),
        PLACES: compact_json({"here": LEVEL_OF_KIND, "district": {}, "communes": {}}),
        FEED: feed(catalogue, unit.url, f"{unit.title} (cũ)", end_date(unit)),
    }
    files |= dict([offline_list(LEVEL_OF_KIND, [addresses.HOME])])  # makes browsers drop their cached old pages
    site = SiteParts(
        catalogue=catalogue,
        renderer=renderer,
        assets=assets.names,
        pages=pages,
        exports=[],
        sheets=list(sheets_of("ended", unit, full)) if full.has_sheets else [],
        files=[data_file(name, data) for name, data in files.items()],
        other_site=OtherSite(district, frozenset({*assets.bytes, PLACES})),
        common_inputs=(inputs_of(full).frame, inputs_of(full).units),
    )
    return [site]


def _legacy_urls(before: Catalogue, slug: str) -> list[str]:
    """Address of every page that the site of `slug` had on the catalogue's day."""
    unit = before.units[slug]
    own = unit_catalogue(before, unit)
    duties = {entry.url for plan in before.plans.values() for entry in plan.communes if entry.unit is unit}
    pages = common_pages(shared_catalogue(before), before)
    pages += [*feedback.pages(own), *notice.pages(own), *unit_pages.pages(own)]
    urls = [page.url for page in pages if not page.url.startswith(addresses.UNITS) or page.url.startswith(unit.url)]
    return list(
        dict.fromkeys([addresses.HOME, *urls, *(page.url for page in agency.pages(before) if page.url in duties)])
    )


def _page(url: str, page: Page, unit: UnitView) -> Page:
    """The notice at an old address. It links to the district's page of the same address, unless the old page was about
    the unit itself."""
    unit_only = url.startswith(unit.url) or url in (addresses.HOME, "404.html", addresses.OFFLINE, addresses.KIOSK)
    return dataclasses.replace(
        page,
        url=url,
        section="",
        crumbs=[],
        indexed=False,
        has_feedback_form=False,
        feed=None,
        context=page.values() | {"there": "" if unit_only else url},
    )
