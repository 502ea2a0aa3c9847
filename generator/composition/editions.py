"""The catalogues of all editions of a site, that of the root first.

An edition shows the same content as of another day, in a folder of its own. The content is read and checked once for
all of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionLink, editions
from generator.catalogue.views import ProcedureView
from generator.composition.sitemap import SITEMAP
from generator.loading.store import Store
from generator.pages.all_pages import all_pages
from generator.problem import Problem


def edition_catalogues(
    store: Store,
    as_of: dt.date | None,
    problems: list[Problem],
    carried: frozenset[dt.date] = frozenset(),
    *,
    withhold: bool = False,
) -> list[Catalogue]:
    """One catalogue for each edition, that of the root first; a single one for a site without editions. as_of: build
    only this day; carried: days of frozen editions that are not built; withhold: see build_catalogue."""
    build = partial(build_catalogue, withhold=withhold)
    sites = store.of("site")
    views = editions(sites[0].record, as_of, carried) if sites else []
    if not views:
        alone = build(store, store.effective_date(as_of), problems)
        alone.announces = as_of is None
        return [alone]
    found = []
    for view in views:
        catalogue = build(store, view.day, problems, view)
        catalogue.announces = as_of is None and not view.past
        site = catalogue.site
        if view.folder and site.url:
            catalogue.site = site.model_copy(update={"url": f"{site.url.rstrip('/')}/{view.folder}"})
        found.append(catalogue)
    _link(found, lambda day: build(store, day, problems))
    return found


def page_sources(catalogues: list[Catalogue], folder: str) -> dict[str, str]:
    """Page address → content file, for the pages that have one. folder: name of the content folder, which is left out
    of the paths."""
    return {
        (one.edition.folder if one.edition else "") + page.url: page.source.removeprefix(f"{folder}/")
        for one in catalogues
        for page in all_pages(one)
        if page.source
    }


def _link(catalogues: list[Catalogue], build: Callable[[dt.date], Catalogue]) -> None:
    """Give every edition the addresses of the others, and the procedures that it lacks and others have. build: makes
    the catalogue of a day that is not part of this build."""
    known = {one.as_of: one for one in catalogues}
    days = [link.day for link in catalogues[0].edition.links] if catalogues[0].edition else []
    for day in days:
        known[day] = known.get(day) or build(day)
    if len(known) == 1:
        return
    pages = {day: [page for page in all_pages(known[day]) if page.file != "404.html"] for day in days}
    addresses = {day: frozenset(page.url for page in found) for day, found in pages.items()}
    indexed = {day: frozenset(page.url for page in found if page.indexed) for day, found in pages.items()}
    for catalogue in catalogues:
        edition = catalogue.edition
        assert edition is not None
        present = edition.present.day
        maps = [
            f"{link.address}{SITEMAP}"
            for link in edition.links
            if not link.current
            and link.root != link.address  # it is part of this build
            and (link.day == present or indexed[link.day] - addresses[present])
        ]
        catalogue.edition = dataclasses.replace(
            edition,
            pages={day: found for day, found in addresses.items() if day != catalogue.as_of},
            offered=indexed[present],
            maps=tuple(maps),
            others=tuple(_others(catalogue, known)),
        )


def _others(catalogue: Catalogue, known: dict[dt.date, Catalogue]) -> Iterator[tuple[EditionLink, ProcedureView]]:
    """The procedures that are in force in another edition and not in this one, each with the latest edition that has
    it. Those that ended before this edition's day are left out: their pages here say what became of them."""
    assert catalogue.edition is not None
    seen = {code for code, view in catalogue.procedures.items() if view.in_force}
    seen |= {view.code for view in catalogue.withheld}
    for link in reversed(catalogue.edition.links):
        other = known.get(link.day)
        if other is None or link.current:
            continue
        ended = catalogue.procedures if link.day < catalogue.as_of else {}
        for view in other.in_force:
            if view.code not in seen and view.code not in ended:
                seen.add(view.code)
                yield link, view
