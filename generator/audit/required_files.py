"""Trang có đủ những tệp chung: trang chủ, trang báo không tìm thấy, sơ đồ trang đúng với các trang."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.audit.finding import AuditFinding
from generator.audit.links import target
from generator.audit.site import BuiltSite

ID = "KT-012"
TITLE = "Thiếu phần chung của trang"
SITEMAP = "sitemap.xml"


def check(site: BuiltSite) -> Iterator[AuditFinding]:
    """A home page; if robots.txt names a site map: the site map, each of its addresses, the 404 page. Every page's
    canonical address is its own."""
    robots = site.text("robots.txt") if "robots.txt" in site.files else ""
    whole = SITEMAP in site.files or re.search(r"(?im)^sitemap:", robots)
    if "index.html" not in site.files and (whole or not site.pages):
        yield AuditFinding("index.html", (1, 1), "không có trang chủ", "Dựng lại trang, hoặc xem lại thư mục.")
    if whole:
        for name in ("robots.txt", SITEMAP, "404.html"):
            if name not in site.files:
                yield AuditFinding(name, (1, 1), "thiếu tệp này", "Dựng lại trang.")
    listed: set[str] = set()
    if SITEMAP in site.files:
        text = site.text(SITEMAP)
        for found in re.finditer(r"<loc>([^<]*)</loc>", text):
            page = target("index.html", unquote(urlsplit(found[1]).path), site)
            if page is None or not page.endswith(".html"):
                yield AuditFinding(
                    SITEMAP,
                    (text.count("\n", 0, found.start()) + 1, 1),
                    f"“{found[1]}” không dẫn tới trang nào",
                    "Dựng lại trang.",
                )
            listed.add(page or "")
    for name, facts in site.pages.items():
        robots_tag = facts.first("meta", name="robots")
        hidden = name == "404.html" or robots_tag is not None and "noindex" in robots_tag.attributes.get("content", "")
        if SITEMAP in site.files and facts.framed and not hidden and name not in listed:
            yield AuditFinding(name, (1, 1), "trang không có trong sitemap.xml", "Dựng lại trang.")
        link, body = facts.first("link", rel="canonical"), facts.first("body")
        if (
            link is None or body and "data-district" in body.attributes
        ):  # on a commune's own site, canonical addresses are the district's
            continue
        path = unquote(urlsplit(link.attributes.get("href", "")).path)
        if target("index.html", path or "/", site) != name and name != "404.html":
            yield AuditFinding(
                name,
                link.place,
                f"địa chỉ chính thức “{link.attributes.get('href')}” không phải của trang này",
                "Dựng lại trang.",
            )
