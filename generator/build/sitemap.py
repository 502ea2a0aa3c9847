"""sitemap.xml and robots.txt."""

from __future__ import annotations

from html import escape

from generator.pages.page import Page


def sitemap(pages: list[Page], site_url: str) -> str:
    """The sitemap of all indexed pages, without dates, so that equal content gives equal bytes."""
    listed = sorted((page for page in pages if page.indexed), key=lambda page: page.url)
    rows = "".join(f"<url><loc>{escape(site_url + page.url)}</loc></url>\n" for page in listed)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def robots(site_url: str) -> str:
    """robots.txt that allows everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
