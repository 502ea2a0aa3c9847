"""Which addresses the built site will have, derived from the records alone. Used to check links in texts, which the
site audit sees only in the generated HTML.

Pages below a plan's agencies and its progress are matched by pattern only; tests/checks/test_known_addresses.py
compares everything else with the pages of a real build."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from generator import urls
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.known_changes import (
    commune_part,
    data_files,
    edition_of,
    new_units,
    procedure_changes,
    publishes_data,
    reforms,
    stable_names,
)
from generator.checks._engine.plan_location import missing_tasks
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.stored_files import stored_forms
from generator.schema.handbook import shown_pictures
from generator.schema.lifecycle import state_of
from generator.schema.plan.areas import AREAS
from generator.schema.unit_kinds import COMMUNES, PROVINCE, level_of
from generator.text.slugs import slug

PLAN_PARTS = re.compile(
    r"(?:co-quan(?:/[a-z0-9-]+)?|tien-do(?:/thang-(?:1[0-2]|[1-9])|/trang-thai/[a-z0-9-]+)?|nhiem-vu/\d+)?/?"
)
# files next to pages: name -> addresses of the pages that have one
BESIDE = {
    "atom.xml": re.compile(r"|linh-vuc/[^/]+/|don-vi/[^/]+/|ke-hoach/\d+/(?:[^/]+/)?"),
    "lich.ics": re.compile(r"ke-hoach/\d+/(?:co-quan/[^/]+/)?"),
    "phieu.pdf": re.compile(r"thu-tuc/[^/]+/"),
    "to-gap.pdf": re.compile(r"huong-dan/[^/]+/"),
    "the-lien-he.pdf": re.compile(r"don-vi/[^/]+/"),
    "danh-muc-a4.pdf": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "danh-muc-a3.pdf": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "danh-muc.docx": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "danh-muc.xlsx": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "thong-bao-a4.pdf": re.compile(r"don-vi/[^/]+/phan-anh/"),
    "thong-bao-a3.pdf": re.compile(r"don-vi/[^/]+/phan-anh/"),
    "sitemap.xml": re.compile(r""),
}


def leads_somewhere(path: str, context: ValidationContext) -> bool:
    """True if the site has a page or file at `path` (relative to its root, without fragment and query)."""
    _, path, context = edition_of(path, context)
    folder, _, name = path.rpartition("/")
    if name in BESIDE:
        page = f"{folder}/" if folder else ""
        return BESIDE[name].fullmatch(page) is not None and leads_somewhere(page, context)
    if name == "index.html":
        return leads_somewhere(f"{folder}/" if folder else "", context)
    if name and "." in name and not path.startswith(urls.NAMES):
        return any(path in context.cached(family) for family in (_forms, data_files, _pictures))
    page = f"{path.rstrip('/')}/".lstrip("/")
    top = page.split("/")[0]
    return page in urls.ON_EVERY_SITE or page in _pages(top, context) or _may_be_unread(top, page, context)


def _may_be_unread(top: str, page: str, context: ValidationContext) -> bool:
    """True if the page may be that of a record that could not be read, or of a task that is missing."""
    if any(context.unread(kind) for kind in _NAMED_INSIDE.get(top, ())):
        return True
    _, year, part, name, *_ = f"{page}///".split("/")
    if top != "ke-hoach" or f"{top}/{year}/" not in _plans(context):
        return False
    missing = missing_tasks(context.store, year)
    return name in map(str, missing) if part == "nhiem-vu" else bool(missing) and part in {area.slug for area in AREAS}


def pages_like(path: str, context: ValidationContext) -> list[str]:
    """Candidate addresses for suggestions when the link to `path` is broken."""
    edition, path, context = edition_of(path, context)
    top = path.split("/")[0]
    return sorted(
        edition + page for page in (_pages(top, context) if top in _FAMILIES else urls.ON_EVERY_SITE) if edition or page
    )


def _pages(top: str, context: ValidationContext) -> frozenset[str]:
    """Addresses of the pages below `top`/, cached in the context."""
    family = _FAMILIES.get(top)
    if family is None:
        return frozenset()
    return context.memoised(family, lambda: family(context))  # a text may have many links


def _procedures(context: ValidationContext) -> frozenset[str]:
    """Procedures that are not published yet are left out, but only if they could be read: a placeholder record has no
    dates."""
    found = set()
    for code, entries in context.procedures.items():
        if any(state_of(entry.record, context.as_of) != "future" for entry in entries):
            found.add(urls.procedure(code))
    found |= context.cached(procedure_changes)
    return frozenset(
        found | {urls.procedure(stem) for stem in context.procedure_files if context.unread("procedure", stem)}
    )


def _stems(kind: str, address: Callable[[str], str]) -> Callable[[ValidationContext], frozenset[str]]:
    return lambda context: (
        frozenset(address(entry.stem) for entry in context.store.of(kind))
        | frozenset(address(name.partition("/")[2]) for name in context.store.unread if name.startswith(f"{kind}/"))
    )


def _fields(context: ValidationContext) -> frozenset[str]:
    return frozenset(
        urls.field(entry.record.slug or slug(entry.record.name))
        for entry in context.store.of("field")
        if entry.record.slug or entry.record.name
    )


def _units(context: ValidationContext) -> frozenset[str]:
    found = set()
    home = next((entry.record.unit for entry in context.store.of("site")), None)
    for entry in context.store.of("unit"):
        since = entry.record.term.since if entry.record.term else None
        if isinstance(since, dt.date) and since > context.as_of:
            continue
        found.add(urls.unit(entry.stem))
        if entry.stem == home or level_of(entry.record.kind, entry.record.parent) != PROVINCE:
            found |= {urls.unit_procedures(entry.stem), urls.unit_feedback(entry.stem)}
    return frozenset(found)


def _notices(context: ValidationContext) -> frozenset[str]:
    """Notices dated after the reference date have no page yet."""
    later = {
        urls.notice(entry.stem)
        for entry in context.store.of("notice")
        if entry.record.date and entry.record.date > context.as_of
    }
    return _stems("notice", urls.notice)(context) - later


def _laws(context: ValidationContext) -> frozenset[str]:
    return frozenset(urls.law(number) for number in context.laws)


def _handbook(context: ValidationContext) -> frozenset[str]:
    part = commune_part(context)
    chapters = _stems("handbook", lambda stem: urls.chapter(stem, part))(context)
    generated = {urls.HANDBOOK, *(f"{urls.HANDBOOK}{name}/" for name in ("kiem-tra", "cac-truong", "giao-dien"))}
    return chapters | generated if chapters else chapters


def _new_units(context: ValidationContext) -> frozenset[str]:
    part = commune_part(context)
    return frozenset(urls.new_units(part, name) for name in context.cached(new_units))


def _pictures(store: Store) -> frozenset[str]:
    """The pictures that a chapter of the handbook shows."""
    return frozenset(map(urls.handbook_picture, shown_pictures(entry.record for entry in store.of("handbook"))))


def _names(context: ValidationContext) -> frozenset[str]:
    """The stable names; a procedure that does not apply yet has none."""
    later = {
        urls.name_folder("thu-tuc", code)
        for code, entries in context.procedures.items()
        if all(state_of(entry.record, context.as_of) == "future" for entry in entries)
    }
    return context.cached(stable_names) - later


def _embedded(context: ValidationContext) -> frozenset[str]:
    fields = [entry.record.slug for entry in context.store.of("field") if entry.record.slug]
    return frozenset(urls.embedded(unit, name) for unit in context.units for name in ("", *fields))


_ENTRIES = {
    "plan_document": "van-ban",
    "review": "ra-soat",
    "result": "mot-cua",
    "answer": "phan-anh",
}


class _Plans(frozenset[str]):
    """Addresses of plan pages; also contains those that match PLAN_PARTS below a known year."""

    def __contains__(self, page: object) -> bool:
        if frozenset.__contains__(self, page):
            return True
        parts = str(page).split("/", 2)
        return (
            len(parts) == 3
            and frozenset.__contains__(self, f"{parts[0]}/{parts[1]}/")
            and PLAN_PARTS.fullmatch(parts[2]) is not None
            and not parts[2].startswith("nhiem-vu/")
        )


def _plans(context: ValidationContext) -> frozenset[str]:
    return context.cached(_plan_pages)


def _plan_pages(store: Store) -> frozenset[str]:
    found: set[str] = set()
    # a year that differs from its folder's is TT-129's
    years = {year for entry in store.of("plan") for year in (entry.record.year, _year(entry)) if year}
    for year in years:
        found |= {urls.plan(year), urls.plan_agencies(year), urls.plan_progress(year)}
        areas = {entry.record.area for entry in store.of("task") if _year(entry) == year} | {"báo cáo"}
        found |= {urls.plan_area(year, area.slug) for area in AREAS if area.key in areas}
    if years:
        found.add(urls.PLANS)
    found |= {urls.plan_comparison(one, other) for one in years for other in years if one < other}
    for task in store.of("task"):
        if (year := _year(task)) in years and task.record.number is not None:
            found.add(urls.plan_task(year, task.record.number))
    slugs = {area.key: area.slug for area in AREAS}
    for kind in (*_ENTRIES, "plan_event"):
        for entry in store.of(kind):
            area = _ENTRIES.get(kind) or slugs.get(entry.record.kind or "tập huấn", "")
            if (year := _year(entry)) in years and urls.plan_area(year, area) in found:
                found.add(urls.plan_entry(year, area, entry.stem))
    return _Plans(found)


def _year(entry: Entry) -> int:
    text = entry.path.partition("/plan/")[2].split("/")[0]
    return int(text) if text.isdecimal() else 0


def _processes(context: ValidationContext) -> frozenset[str]:
    pages = _stems("process", urls.process)(context)
    asked = any(entry.record.area == "sáng kiến" for entry in context.store.of("task"))
    return pages | {urls.PROCESSES} if pages or asked else pages


def _forms(store: Store) -> frozenset[str]:
    return frozenset(urls.form(relative) for relative in (stored_forms(store.root) if store.root else ()))


# the kinds of records whose pages' addresses do not follow from the names of their files
_NAMED_INSIDE = {"linh-vuc": ("field",), "van-ban": ("law",), "don-vi": ("unit",), "ke-hoach": ("plan", "task")}
_FAMILIES: dict[str, Callable[[ValidationContext], frozenset[str]]] = {
    "thu-tuc": _procedures,
    "linh-vuc": _fields,
    "don-vi": _units,
    "van-ban": _laws,
    "huong-dan": _stems("guide", urls.guide),
    "tin-tuc": _notices,
    "so-tay": _handbook,
    "nhung": _embedded,
    "ke-hoach": _plans,
    "quy-trinh": _processes,
    "thay-doi": lambda context: context.cached(reforms),
    **{f"{slug(kind)}-moi": _new_units for kind in COMMUNES},
    "du-lieu": lambda context: frozenset({urls.OPEN_DATA} if publishes_data(context.store) else ()),
    "id": _names,
}
