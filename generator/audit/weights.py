"""Trang đủ nhẹ cho điện thoại yếu, mạng chậm."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage
from generator.problem import ERROR, WARNING

ID = "KT-005"
TITLE = "Trang quá nặng"
LIMIT = 60_000  # bytes, zlib level 9, of a page with everything it loads at once: twice the district's heaviest page
TOO_MUCH = 150_000  # the same; a minute on a poor mobile connection
WHOLE = 1_000_000  # bytes of the page itself, which a cheap phone has to render


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """The compressed size of a page with its styles, scripts, icons and pictures, without lazily loaded resources; and
    the uncompressed size of the HTML alone."""
    name = page.file
    total = _weight(page, site)
    if total > LIMIT:
        message = f"trang nặng {total // 1000} KB sau khi nén, quá {LIMIT // 1000} KB".replace(",", ".")
        yield AuditFinding(
            name, (1, 1), message, "Chia nhỏ danh sách, bớt hình.", severity=ERROR if total > TOO_MUCH else WARNING
        )
    if page.size > WHOLE:
        yield AuditFinding(
            name,
            (1, 1),
            f"trang dài {page.size // 1000} KB trước khi nén, quá {WHOLE // 1000} KB",
            "Chia nhỏ trang.",
        )


def _loaded(page: ParsedPage) -> Iterator[str]:
    for tag in page.tags:
        if tag.attributes.get("loading") == "lazy":
            continue
        address = tag.attributes.get("src" if tag.name in ("script", "img") else "href", "")
        if tag.name in ("script", "img") or (tag.name == "link" and tag.attributes.get("rel") == "stylesheet"):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page.file), address.lstrip("/")))


def _weight(page: ParsedPage, site: BuiltSite) -> int:
    """The compressed size of a page and all it loads at once; an upper bound where that is light enough."""
    loaded = sum(_size(file, site) for file in {*_loaded(page)} - {page.file})
    return loaded + (page.size if loaded + page.size <= LIMIT else _compressed(page.file, site))


def _size(name: str, site: BuiltSite) -> int:
    """The compressed size of a file that many pages load; 0 if the site has none of that name."""
    if name not in site.sizes:
        site.sizes[name] = _compressed(name, site) if name in site.files else 0
    return site.sizes[name]


def _compressed(name: str, site: BuiltSite) -> int:
    return len(zlib.compress((site.folder / name).read_bytes(), 9))
