"""Trang có đủ những tệp chung: trang chủ, trang báo không tìm thấy, sơ đồ trang đúng với các trang."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.audit.finding import AuditFinding
from generator.audit.links import target
from generator.audit.site import SITEMAP, BuiltSite, ParsedPage, Tag

ID = "KT-012"
TITLE = "Thiếu phần chung của trang"


def check(site: BuiltSite) -> Iterator[AuditFinding]:
    """A home page and, if robots.txt names a sitemap: the sitemap of each edition, every address in it, and the 404
    page. The canonical address of a page is its own; a page of a past edition may name the same page of another
    edition."""
    robots = site.text("robots.txt") if "robots.txt" in site.files else ""
    whole = SITEMAP in site.files or re.search(r"(?im)^sitemap:", robots)
    if "index.html" not in site.files and (whole or not site.pages):
        yield AuditFinding("index.html", (1, 1), "không có trang chủ", "Dựng lại trang, hoặc xem lại thư mục.")
    if whole:
        maps = [f"{folder}{SITEMAP}" for folder in site.editions]
        for name in ("robots.txt", "404.html", *maps):
            if name not in site.files:
                yield AuditFinding(name, (1, 1), "thiếu tệp này", "Dựng lại trang.")
    listed: set[str] = set()
    for folder in site.editions:
        yield from _listed(site, f"{folder}{SITEMAP}", listed)
    for name, facts in site.pages.items():
        link, body = facts.first("link", rel="canonical"), facts.first("body")
        # on a commune's own site, canonical addresses are the district's
        own = link is not None and not (body and "data-district" in body.attributes)
        page = _canonical(site, link) if link and own else name
        robots_tag = facts.first("meta", name="robots")
        hidden = name == "404.html" or robots_tag is not None and "noindex" in robots_tag.attributes.get("content", "")
        if SITEMAP in site.files and facts.has_site_frame and not hidden and page == name and name not in listed:
            yield AuditFinding(name, (1, 1), "trang không có trong sitemap.xml", "Dựng lại trang.")
        if link and own and site.within(name) != "404.html" and not _is_own(site, name, facts, page, link):
            yield AuditFinding(
                name,
                link.place,
                f"địa chỉ chính thức “{link.attributes.get('href')}” không phải của trang này",
                "Dựng lại trang.",
            )


def _listed(site: BuiltSite, name: str, listed: set[str]) -> Iterator[AuditFinding]:
    """Findings about the addresses of a site map; the pages they lead to are added to `listed`."""
    text = site.text(name) if name in site.files else ""
    for found in re.finditer(r"<loc>([^<]*)</loc>", text):
        page = target("index.html", unquote(urlsplit(found[1]).path), site)
        if page is None or not page.endswith(".html"):
            place = (text.count("\n", 0, found.start()) + 1, 1)
            yield AuditFinding(name, place, f"“{found[1]}” không dẫn tới trang nào", "Dựng lại trang.")
        listed.add(page or "")


def _canonical(site: BuiltSite, link: Tag) -> str | None:
    return target("index.html", unquote(urlsplit(link.attributes.get("href", "")).path) or "/", site)


def _is_own(site: BuiltSite, name: str, facts: ParsedPage, page: str | None, link: Tag) -> bool:
    """True if the page `name` may name the file `page` as its canonical address."""
    if facts.redirects:  # its address is that of the page it leads to
        onward = facts.first("a")
        return page is not None and onward is not None and target(name, onward.attributes["href"], site) == page
    if page == name or not _past(facts):
        return page == name
    if page is None:  # a single edition, built alone: the other one is not here to be looked at
        path = unquote(urlsplit(link.attributes.get("href", "")).path)
        return len(site.editions) == 1 and f"{path}index.html".endswith(f"/{name}")
    return site.within(page) == site.within(name) and not _past(site.pages[page])


def _past(page: ParsedPage) -> bool:
    return any("data-edition" in tag.attributes for tag in page.tags)
