"""Liên kết và neo trong trang phải dẫn tới chỗ có thật."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urlsplit

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Tag

ID = "KT-001"
TITLE = "Liên kết hỏng"
LINKS = ("href", "src", "action", "formaction", "poster", "srcset")
FILE = re.compile(r"[\w./-]+\.(?:json|js|css|svg|pdf)")  # files for scripts to fetch, named in data-… attributes


def check(site: BuiltSite) -> Iterator[AuditFinding]:
    """Every internal link of a page with its fragment, and every file that a page names for its scripts."""
    for name, page in site.pages.items():
        for tag, link, for_script in _links(page):
            address, anchor = urldefrag(link)
            try:
                parts = urlsplit(address)
            except ValueError:
                yield AuditFinding(name, tag.place, f"liên kết “{link}” viết sai", "Sửa địa chỉ.")
                continue
            if parts.scheme or parts.netloc:
                continue
            file = target(name, unquote(parts.path), site)
            if file is None and for_script:
                file = target("index.html", unquote(parts.path), site)  # scripts may resolve it against the root
            if file is None:
                yield AuditFinding(
                    name, tag.place, f"liên kết “{link}” không dẫn tới trang nào", "Sửa địa chỉ, hoặc dựng lại trang."
                )
            elif anchor and file in site.ids and unquote(anchor) not in site.ids[file]:
                yield AuditFinding(name, tag.place, f"trang “{file}” không có chỗ “#{anchor}”", "Sửa phần sau dấu #.")


def _links(page: ParsedPage) -> Iterator[tuple[Tag, str, bool]]:
    """(tag, link, True if a script will fetch it)."""
    for tag in page.tags:
        for key, value in tag.attributes.items():
            if key == "srcset":
                yield from ((tag, part.split()[0], False) for part in value.split(",") if part.strip())
            elif key in LINKS or key == "data" and tag.name == "object":
                yield tag, value, False
            elif key.startswith("data-") and FILE.fullmatch(value):
                yield tag, value, True


def target(page: str, path: str, site: BuiltSite) -> str | None:
    """The file that a path on a page resolves to, None when this site has none."""
    if not path:
        return page
    if path.startswith("/"):
        if not f"{path}/".startswith(site.base):
            return None
        joined = path[len(site.base) :].lstrip("/")
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    normal = posixpath.normpath(joined) if joined else "."
    candidates = [normal, posixpath.normpath(f"{normal}/index.html")]
    return next((name for name in candidates if name in site.files), None)
