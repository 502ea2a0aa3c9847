"""Liên kết và neo trong trang phải dẫn tới chỗ có thật."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Position, Tag
from generator.text.local_hosts import LOCAL_HOST

ID = "KT-001"
TITLE = "Liên kết hỏng"
LINKS = ("href", "src", "action", "formaction", "poster", "srcset")
FILE = re.compile(r"[\w./-]+\.(?:json|js|css|svg|pdf)")  # files for scripts to fetch, named in data-… attributes
# this machine, or the network inside the office
OWN_MACHINE = re.compile(rf"(?i)\s*(?:file:|(?:https?:)?//(?:[^/?#@]*@)?(?:{LOCAL_HOST})(?:[:/?#]|$))")


class PageAnchors(NamedTuple):
    """ids: of one page; wanted: its links to places on other pages, as (place, file, anchor)."""

    ids: frozenset[str]
    wanted: list[tuple[Position, str, str]]


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Every internal link of a page, and every file that it names for its scripts."""
    for tag, link, for_script in _links(page):
        try:
            parts = urlsplit(link)
        except ValueError:
            yield AuditFinding(page.file, tag.place, f"liên kết “{link}” viết sai", "Sửa địa chỉ.")
            continue
        if OWN_MACHINE.match(link) and not (parts.netloc and parts.netloc == site.host):  # a site for an office alone
            yield AuditFinding(
                page.file, tag.place, f"liên kết “{link}” chỉ mở được ở máy này, mạng này", "Sửa địa chỉ."
            )
        elif not (parts.scheme or parts.netloc) and _leads_to(page, parts.path, for_script, site) is None:
            message = f"liên kết “{link}” không dẫn tới trang nào"
            yield AuditFinding(page.file, tag.place, message, "Sửa địa chỉ, hoặc dựng lại trang.")


def note_page(page: ParsedPage, site: BuiltSite) -> PageAnchors:
    """The anchors of one page, and those of other pages to which it links."""
    wanted = []
    for tag, link, for_script in _links(page):
        if "#" not in link:
            continue
        try:
            parts = urlsplit(link)
        except ValueError:
            continue
        if not parts.fragment or parts.scheme or parts.netloc:
            continue
        file = _leads_to(page, parts.path, for_script, site)
        if file is not None and (file != page.file or unquote(parts.fragment) not in page.ids):
            wanted.append((tag.place, file, parts.fragment))
    return PageAnchors(frozenset(page.ids), wanted)


def check_site(site: BuiltSite, notes: dict[str, PageAnchors]) -> Iterator[AuditFinding]:
    """The places on pages that links name."""
    for name, note in notes.items():
        for place, file, anchor in note.wanted:
            if file in notes and unquote(anchor) not in notes[file].ids:
                yield AuditFinding(name, place, f"trang “{file}” không có chỗ “#{anchor}”", "Sửa phần sau dấu #.")


def _leads_to(page: ParsedPage, path: str, for_script: bool, site: BuiltSite) -> str | None:
    file = target(page.file, unquote(path), site)
    if file is None and for_script:
        file = target("index.html", unquote(path), site)  # scripts may resolve it against the root
    return file


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
    key = posixpath.dirname(page), path
    if key not in site.targets:
        site.targets[key] = _target(page, path, site)
    return site.targets[key]


def _target(page: str, path: str, site: BuiltSite) -> str | None:
    if path.startswith("/"):
        if not f"{path}/".startswith(site.base):
            return None
        joined = path[len(site.base) :].lstrip("/")
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    normal = posixpath.normpath(joined) if joined else "."
    candidates = [normal, posixpath.normpath(f"{normal}/index.html")]
    return next((name for name in candidates if name in site.files), None)
