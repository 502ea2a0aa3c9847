"""Tệp mà kiểu dáng, mã lệnh, mục lục tìm kiếm cần phải có mặt và nguyên vẹn."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, line_in
from generator.urls import SEARCH, SEARCH_INDEX

ID = "KT-011"
TITLE = "Thiếu tệp hoặc tệp hỏng"

STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s]+)")
SCRIPT = re.compile(r"""(?:\bfrom|\bimport)\s*+(?:\(\s*+)?["'](\.{1,2}/[^"']+)["']""")
HASHED = re.compile(r"(?:assets|tim-kiem)/.+\.([0-9a-f]{10})\.\w+")
PAGEFIND = "pagefind/pagefind-entry.json"


def note_page(page: ParsedPage, site: BuiltSite) -> bool | None:
    """Whether the page has a search field."""
    return page.first("form", role="search") is not None or None


def check_file(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    """Empty files; references in styles and scripts; files with a content hash in their name; data files that parse."""
    within = site.within(name)
    if not (site.folder / name).stat().st_size and not name.endswith(".jsonl"):  # lines of records: there may be none
        yield AuditFinding(name, (1, 1), "tệp rỗng", REBUILD)
        return
    if within.startswith("pagefind/"):
        return
    form = STYLE if name.endswith(".css") else SCRIPT if name.endswith(".js") else None
    if form:
        yield from _named(name, form, site)
    hashed = HASHED.fullmatch(within)
    if hashed and hashlib.sha256((site.folder / name).read_bytes()).hexdigest()[:10] != hashed[1]:
        yield AuditFinding(name, (1, 1), "nội dung không khớp với mã trong tên tệp", REBUILD)
    yield from _readable(name, site)


def check_site(site: BuiltSite, notes: dict[str, bool]) -> Iterator[AuditFinding]:
    """The search index of each edition that has a search field."""
    for folder in sorted({site.edition_of(name) for name in notes}):
        yield from _search(site, folder)


def _named(name: str, form: re.Pattern[str], site: BuiltSite) -> Iterator[AuditFinding]:
    text = site.text(name)
    for found in form.finditer(text):
        path = found[1].partition("#")[0].partition("?")[0]
        if not path or re.match(r"[a-z]+:|//", path):
            continue  # data: and other hosts, which another check covers
        if posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) not in site.files:
            place = line_in(text, found.start())
            yield AuditFinding(name, place, f"cần tệp “{path}” nhưng không có", REBUILD)


def _readable(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    data = (
        (site.folder / name).read_bytes()
        if name.endswith((".json", ".jsonld", ".webmanifest", ".xml", ".ics"))
        else b""
    )
    try:
        if name.endswith((".json", ".jsonld", ".webmanifest")):
            json.loads(data)
        elif name.endswith(".xml"):
            ElementTree.fromstring(data)
        elif name.endswith(".ics") and not (
            data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"END:VCALENDAR\r\n")
        ):
            raise ValueError
    except (ValueError, ElementTree.ParseError, RecursionError):
        yield AuditFinding(name, (1, 1), "tệp hỏng hoặc bị cắt ngang, không đọc được", REBUILD)


def _search(site: BuiltSite, folder: str) -> Iterator[AuditFinding]:
    """The search of one edition."""
    entry, built = f"{folder}{PAGEFIND}", f"{folder}pagefind/"
    for name in (f"{folder}{SEARCH}index.html", f"{folder}{SEARCH_INDEX}", f"{built}pagefind.js", entry):
        if name not in site.files:
            yield AuditFinding(name, (1, 1), "trang có ô tìm kiếm nhưng thiếu tệp này", REBUILD)
    yield from _facts(site, f"{folder}{SEARCH_INDEX}")
    if entry not in site.files:
        return
    try:
        languages = json.loads(site.text(entry))["languages"]
        wanted = {
            f"{built}pagefind.{language['hash']}.pf_meta": int(language["page_count"])
            for language in languages.values()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        yield AuditFinding(entry, (1, 1), "mục lục tìm kiếm hỏng", REBUILD)
        return
    yield from (
        AuditFinding(name, (1, 1), "mục lục tìm kiếm cần tệp này nhưng không có", REBUILD)
        for name in sorted(wanted)
        if name not in site.files
    )
    there = sum(name.startswith(f"{built}fragment/") and not name.endswith((".br", ".gz")) for name in site.files)
    if there != sum(wanted.values()):
        yield AuditFinding(entry, (1, 1), f"mục lục tìm kiếm kể {sum(wanted.values())} trang, có {there}", REBUILD)
    if not any(name.startswith(f"{built}index/") for name in site.files):
        yield AuditFinding(entry, (1, 1), "thiếu các tệp pagefind/index", REBUILD)


def _facts(site: BuiltSite, first: str) -> Iterator[AuditFinding]:
    """The files that the site's own search index is split into, and the files that those name."""
    folder = posixpath.dirname(first)
    waiting, seen = [first], set[str]()
    while waiting:
        index = waiting.pop()
        if index not in site.files:
            continue
        for name in sorted(set(re.findall(r'"([\w-]+\.[0-9a-f]{10}\.json)"', site.text(index))) - seen):
            seen.add(name)
            if f"{folder}/{name}" not in site.files:
                yield AuditFinding(index, (1, 1), f"cần tệp “{name}” nhưng không có", REBUILD)
            waiting.append(f"{folder}/{name}")
