"""sitemap.xml and robots.txt: which pages search engines are offered.

A page of a past edition is not offered where the present one has the same address: its canonical address is that page,
or, if that asks to be left out, it asks for the same (rendering/edition.py). So the site map, the canonical addresses
and `noindex` say one thing."""

from __future__ import annotations

from html import escape

from generator.catalogue.edition import EditionView
from generator.pages.page import Page

SITEMAP = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: list[Page], site_url: str, edition: EditionView | None) -> str:
    """The sitemap of all indexed pages; of a past edition only those that the present one lacks. If there is none, an
    index of the other editions' site maps, since a map without a page is not valid. It has no dates, so that equal
    content gives equal bytes."""
    listed = sorted(page.url for page in pages if page.indexed and not (edition and edition.in_both(page.url)))
    if not listed and edition and edition.maps and not edition.folder:
        return _document("sitemapindex", "sitemap", list(edition.maps))
    return _document("urlset", "url", [site_url + url for url in listed])


def _document(root: str, element: str, addresses: list[str]) -> str:
    rows = "".join(f"<{element}><loc>{escape(address)}</loc></{element}>\n" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{rows}</{root}>\n'


def robots(site_url: str, edition: EditionView | None) -> str:
    """robots.txt that allows everything and names the sitemap of each edition of this build that lists anything."""
    maps = [f"{site_url}{SITEMAP}", *(edition.maps if edition else ())]
    return "User-agent: *\nAllow: /\n" + "".join(f"Sitemap: {address}\n" for address in maps)
