"""sitemap.xml and robots.txt."""

from __future__ import annotations

from html import escape

from generator.catalogue.edition import EditionView
from generator.pages.page import Page


def sitemap(pages: list[Page], site_url: str, edition: EditionView | None) -> str:
    """The sitemap of all indexed pages; of a past edition only those that the present one lacks. It has no dates, so
    that equal content gives equal bytes."""
    offered = (page for page in pages if page.indexed and not (edition and edition.in_both(page.url)))
    listed = sorted(offered, key=lambda page: page.url)
    rows = "".join(f"<url><loc>{escape(site_url + page.url)}</loc></url>\n" for page in listed)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def robots(site_url: str, edition: EditionView | None) -> str:
    """robots.txt that allows everything and names the sitemap of each edition of this build."""
    others = (
        [link.address for link in edition.links if not link.current and link.root != link.address] if edition else []
    )
    return "User-agent: *\nAllow: /\n" + "".join(f"Sitemap: {url}sitemap.xml\n" for url in [site_url, *others])
