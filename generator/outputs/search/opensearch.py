"""The OpenSearch description: a browser that reads it can search the site from its address bar."""

from __future__ import annotations

import re
from html import escape

from generator import urls
from generator.pages.formatting import whole_words
from generator.schema.site import Site
from generator.schema.unit_kinds import KINDS

SHORT, LONG = 16, 48  # characters that the specification allows
KIND = re.compile(rf"\b(?:các )?(?:{'|'.join(KINDS)}) (?:vùng )?", re.IGNORECASE)


def short_name(site: Site) -> str:
    """The search engine's name in browsers and page links: the site's name, shortened to whole words if too long."""
    name = site.name or "Thủ tục hành chính"
    brief = re.sub("thủ tục hành chính", "TTHC", name, flags=re.IGNORECASE)
    fits = (form for form in (name, brief, KIND.sub("", brief)) if len(form) <= SHORT)
    return next(fits, "") or whole_words(brief, SHORT) or "TTHC"


def description(site: Site) -> str:
    """The XML text. Without a site address in site.yml the search URL is relative to the server root."""
    base = (site.url or "").rstrip("/") + "/"
    long = whole_words(site.name or "Thủ tục hành chính", LONG)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(short_name(site))}</ShortName>\n"
        f"<LongName>{escape(long)}</LongName>\n"
        f"<Description>{escape('Tìm thủ tục hành chính, có dấu hay không dấu')}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>vi</Language>\n"
        f'<Url type="text/html" method="get" template="{escape(base + urls.SEARCH)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
