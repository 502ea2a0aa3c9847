"""Liên kết và neo trong trang phải dẫn tới chỗ có thật."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urlsplit

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite

ID = "KT-001"
TITLE = "Liên kết hỏng"


def check(site: BuiltSite) -> Iterator[Finding]:
    """Every internal href, src and action, with its anchor."""
    for name, page in site.pages.items():
        for tag, link in page.with_attribute("href", "src", "action"):
            address, anchor = urldefrag(link)
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = _target(name, unquote(parts.path), site)
            if target is None:
                yield Finding(name, tag.place, f"liên kết “{link}” không dẫn tới trang nào", "Sửa địa chỉ, hoặc dựng lại trang.")
            elif anchor and target in site.ids and unquote(anchor) not in site.ids[target]:
                yield Finding(name, tag.place, f"trang “{target}” không có chỗ “#{anchor}”", "Sửa phần sau dấu #.")


def _target(page: str, path: str, site: BuiltSite) -> str | None:
    if not path:
        return page
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    normal = posixpath.normpath(joined) if joined else "."
    found = [normal, posixpath.normpath(f"{normal}/index.html")]
    return next((name for name in found if name in site.files), None)
