"""Inserts the edition band below the heading of a page, and chooses the page's canonical address."""

from __future__ import annotations

from collections.abc import Callable

from generator.catalogue.catalogue import Catalogue
from generator.pages.edition_band import coming, edition_band
from generator.pages.other_editions import other_editions
from generator.pages.page import Page, Values


def band_html(page: Page, values: Values, catalogue: Catalogue, root: str, render: Callable[..., str]) -> str:
    """The HTML of the band and of the announced changes; empty if the page needs neither. render: renders a
    template."""
    band, later = edition_band(page.url, values, catalogue, root, page.lang, page.crumbs), coming(values, catalogue)
    return render("edition.html", root, band=band, later=later, lang=page.lang) if band or later else ""


def edition_links(page: Page, catalogue: Catalogue, root: str, macro: Callable[..., str]) -> str:
    """The HTML of the foot's links to this page in the other editions; empty for a site with one. macro: of the
    component `edition`."""
    edition = catalogue.edition
    if edition is None or page.lang != "vi":
        return ""
    ways = dict(other_editions(catalogue).all_ways(page.same_as or page.url, page.crumbs))
    found = [(link, [(link.href(root, url), words) for url, words in ways.get(link, [])]) for link in edition.links]
    return macro(found)


def below_heading(band: str, main: str) -> str:
    """The main part with the band after its first heading: readers learn the subject of a page before its date."""
    if not band:
        return main  # so that a list of thousands is not copied
    group = "<hgroup" in main.partition("</h1>")[0]  # the official name is part of the heading
    before, closing, after = main.partition("</hgroup>" if group else "</h1>")
    return f"{before}{closing}{band}{after}" if closing else f"{band}{main}"


def tense(catalogue: Catalogue) -> Values:
    """Template globals: whether the pages show a past day, the words for that day's validity, and whether communes were
    merged."""
    past = bool(catalogue.edition and catalogue.edition.past)
    merged = any(unit.is_commune and unit.went_to for unit in catalogue.units.values())
    return {
        "has_new_units": merged,
        "past": past,
        "held": f"áp dụng ngày {catalogue.as_of:%d/%m/%Y}" if past else "đang áp dụng",
    }


def listed(page: Page, catalogue: Catalogue) -> bool:
    """True if search engines may list the page: it does not ask them to leave it out (`noindex`)."""
    return page.indexed and not (catalogue.edition and catalogue.edition.hides(page.same_as or page.url))


def canonical(page: Page, catalogue: Catalogue, site_url: str) -> str:
    """The canonical address for search engines: that of the page it repeats, else its own; the one in the present
    edition if that offers the same page. A page that asks to be left out names no other: engines would take the
    request for that one's, too."""
    edition, url = catalogue.edition, page.same_as or page.url
    there = edition and edition.repeats(url) and page.indexed
    return f"{edition.present.address if edition and there else site_url}{url}"
