"""The OpenSearch description: a browser that reads it can search the site from its address bar."""

from __future__ import annotations

from html import escape

from generator.catalogue import addresses
from generator.model.site import Site


def description(site: Site) -> str:
    """The XML text. Without an address of the site in site.yml there is nothing to point to but the page itself."""
    base = (site.url or "").rstrip("/") + "/"
    name = site.name or "Thủ tục hành chính"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name[:16])}</ShortName>\n"
        f"<LongName>{escape(name[:48])}</LongName>\n"
        f"<Description>{escape('Tìm thủ tục hành chính, có dấu hay không dấu')}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>vi</Language>\n"
        f'<Url type="text/html" method="get" template="{escape(base + addresses.SEARCH)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
