"""Trang có đủ những tệp chung: trang chủ, trang báo không tìm thấy, sơ đồ trang đúng với các trang."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.links import target
from generator.audit.site import SITEMAP, BuiltSite, ParsedPage, Position, line_in

ID = "KT-012"
TITLE = "Thiếu phần chung của trang"


class PageAddress(NamedTuple):
    """What is noted of one page. address, place: of its canonical link, if that leads to the site's own; onward: the
    file to which it redirects, if it does nothing else; past: it belongs to an edition of another day; to_list: it must
    be in the site map; in_frame: a page of the site for readers; canonicals: the number of its canonical links;
    noindex: search engines are asked to leave it out."""

    address: str | None
    place: Position
    onward: str | None
    redirects: bool
    past: bool
    to_list: bool
    in_frame: bool
    canonicals: int
    noindex: bool


def note_page(page: ParsedPage, site: BuiltSite) -> PageAddress:
    """The facts about one page by which the site map and the canonical addresses are checked."""
    link, body = page.first("link", rel="canonical"), page.first("body")
    # on a commune's own site, canonical addresses are the district's
    own = link is not None and not (body and "data-district" in body.attributes)
    robots_tag = page.first("meta", name="robots")
    noindex = robots_tag is not None and "noindex" in robots_tag.attributes.get("content", "")
    onward = page.first("a") if page.redirects else None
    return PageAddress(
        address=link.attributes.get("href", "") if link and own else None,
        place=link.place if link else (1, 1),
        onward=target(page.file, onward.attributes.get("href", ""), site) if onward else None,
        redirects=page.redirects,
        past=any("data-edition" in tag.attributes for tag in page.tags),
        to_list=page.has_site_frame and page.file != "404.html" and not noindex,
        in_frame=page.has_site_frame and site.within(page.file) != "404.html",
        canonicals=sum(tag.name == "link" and tag.attributes.get("rel") == "canonical" for tag in page.tags),
        noindex=noindex,
    )


def check_site(site: BuiltSite, notes: dict[str, PageAddress]) -> Iterator[AuditFinding]:
    """A home page and, if robots.txt names a sitemap: the sitemap of each edition, every address in it, and the 404
    page. The canonical address of a page is its own; a page of a past edition may name the same page of another
    edition."""
    robots = site.text("robots.txt") if "robots.txt" in site.files else ""
    yield from _check_files(site, robots, bool(notes))
    listed: set[str] = set()
    for folder in site.editions:
        yield from _listed(site, f"{folder}{SITEMAP}", listed)
    has_map = _has_map(site, robots)
    for name, note in notes.items():
        page = _canonical(site, note.address) if note.address is not None else name
        if SITEMAP in site.files and note.to_list and page == name and name not in listed:
            yield AuditFinding(name, (1, 1), "trang không có trong sitemap.xml", REBUILD)
        if note.noindex and name in listed:
            yield AuditFinding(name, (1, 1), "trang có trong sitemap.xml mà xin máy tìm kiếm bỏ qua", REBUILD)
        yield from _check_address(name, note, page, notes.get(page or ""))
        if note.canonicals > 1:
            yield AuditFinding(name, note.place, f"trang có {note.canonicals} địa chỉ chính thức", REBUILD)
        elif has_map and note.in_frame and not note.canonicals:
            yield AuditFinding(name, note.place, "trang không có địa chỉ chính thức", REBUILD)
        if note.address is not None and site.within(name) != "404.html" and not _is_own(site, name, page, notes):
            message = f"địa chỉ chính thức “{note.address}” không phải của trang này"
            yield AuditFinding(name, note.place, message, REBUILD)


def _has_map(site: BuiltSite, robots: str) -> bool:
    return SITEMAP in site.files or bool(re.search(r"(?im)^sitemap:", robots))


def _check_files(site: BuiltSite, robots: str, has_pages: bool) -> Iterator[AuditFinding]:
    """The files that search engines and visitors ask for. robots: the text of robots.txt."""
    has_map = _has_map(site, robots)
    if "index.html" not in site.files and (has_map or not has_pages):
        yield AuditFinding("index.html", (1, 1), "không có trang chủ", "Dựng lại trang, hoặc xem lại thư mục.")
    if has_map:
        maps = [f"{folder}{SITEMAP}" for folder in site.editions]
        for name in ("robots.txt", "404.html", *maps):
            if name not in site.files:
                yield AuditFinding(name, (1, 1), "thiếu tệp này", REBUILD)
            elif name.endswith(SITEMAP) and site.names_map(name) and "<loc>" not in site.text(name):
                yield AuditFinding(name, (1, 1), "sơ đồ trang được nêu trong robots.txt mà trống", REBUILD)
    if refused := re.search(r"(?im)^disallow:[ \t]*/[ \t]*$", robots):
        place = line_in(robots, refused.start())
        yield AuditFinding("robots.txt", place, "không cho máy tìm kiếm đọc trang nào", REBUILD)


def _check_address(name: str, note: PageAddress, page: str | None, other: PageAddress | None) -> Iterator[AuditFinding]:
    """Findings about what a page says of its address to search engines. page: the file at its canonical address;
    other: the facts about that."""
    if note.noindex and note.in_frame and note.past and page != name:
        message = f"trang xin máy tìm kiếm bỏ qua mà có địa chỉ chính thức là trang khác, “{note.address}”"
        yield AuditFinding(name, note.place, message, REBUILD)
    elif other and page != name and other.noindex and not note.redirects:
        message = f"địa chỉ chính thức “{note.address}” là trang xin máy tìm kiếm bỏ qua"
        yield AuditFinding(name, note.place, message, REBUILD)


def _listed(site: BuiltSite, name: str, listed: set[str]) -> Iterator[AuditFinding]:
    """Findings about the addresses of a site map; the pages they lead to are added to `listed`. An index of site maps
    leads to those."""
    text = site.text(name) if name in site.files else ""
    index = "<sitemapindex" in text
    for found in re.finditer(r"<loc>([^<]*)</loc>", text):
        page = _canonical(site, found[1])
        if page is None or not page.endswith(SITEMAP if index else ".html"):
            place, what = line_in(text, found.start()), "sơ đồ trang" if index else "trang"
            yield AuditFinding(name, place, f"“{found[1]}” không dẫn tới {what} nào", REBUILD)
        if not index:
            listed.add(page or "")


def _canonical(site: BuiltSite, address: str) -> str | None:
    """The file that an absolute address leads to, None if it is of another host or nothing is there."""
    parts = urlsplit(address)
    if site.host and parts.netloc != site.host:
        return None
    return target("index.html", unquote(parts.path) or "/", site)


def _is_own(site: BuiltSite, name: str, page: str | None, notes: dict[str, PageAddress]) -> bool:
    """True if the page `name` may name the file `page` as its canonical address."""
    note = notes[name]
    if note.redirects:  # its canonical address is that of the page it leads to
        return page is not None and page == note.onward
    if page == name or not note.past:
        return page == name
    if page is None:  # a single edition, built alone: the other one cannot be checked here
        path = unquote(urlsplit(note.address or "").path)
        return len(site.editions) == 1 and f"{path}index.html".endswith(f"/{name}")
    return site.within(page) == site.within(name) and page in notes and not notes[page].past
