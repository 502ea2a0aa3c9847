"""Which addresses the site has, told from the records alone. For links in texts: the audit of a built site sees them only in the HTML.

Of the pages below a plan's offices and its progress the shape alone is known; tests/checks/test_known_addresses.py holds all else to
the pages that a build makes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from generator import urls as a
from generator.checks._engine.context import ValidationContext
from generator.loading.store import Entry, Store
from generator.loading.stored_files import stored_forms
from generator.schema.lifecycle import state_of
from generator.schema.plan.areas import AREAS
from generator.slugs import slug

FIXED = {
    *(a.HOME, a.SEARCH, a.CATALOGUE, a.FIELDS, a.UNITS, a.FEEDBACK, a.LAWS, a.GUIDES, a.NEWS, a.REPORT, a.GLOSSARY),
    *(a.ENGLISH, a.ENGLISH_CONTACTS, a.OFFLINE, a.KIOSK, a.QUALITY, a.EMBEDDED),
}
PLAN_PARTS = re.compile(
    r"(?:co-quan(?:/[a-z0-9-]+)?|tien-do(?:/thang-(?:1[0-2]|[1-9])|/trang-thai/[a-z0-9-]+)?|nhiem-vu/\d+)?/?"
)
# files beside pages: name -> the pages that have one
BESIDE = {
    "atom.xml": re.compile(r"|linh-vuc/[^/]+/|don-vi/[^/]+/|ke-hoach/\d+/(?:[^/]+/)?"),
    "lich.ics": re.compile(r"ke-hoach/\d+/(?:co-quan/[^/]+/)?"),
    "phieu.pdf": re.compile(r"thu-tuc/[^/]+/"),
    "to-gap.pdf": re.compile(r"huong-dan/[^/]+/"),
    "the-lien-he.pdf": re.compile(r"don-vi/[^/]+/"),
    "danh-muc-a4.pdf": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "danh-muc-a3.pdf": re.compile(r"don-vi/[^/]+/thu-tuc/"),
    "thong-bao-a4.pdf": re.compile(r"don-vi/[^/]+/phan-anh/"),
    "thong-bao-a3.pdf": re.compile(r"don-vi/[^/]+/phan-anh/"),
    "sitemap.xml": re.compile(r""),
}


def leads_somewhere(path: str, world: ValidationContext) -> bool:
    """Whether the site has a page or a file at `path` (below its root, without anchor and question)."""
    folder, _, name = path.rpartition("/")
    if name in BESIDE:
        page = f"{folder}/" if folder else ""
        return BESIDE[name].fullmatch(page) is not None and leads_somewhere(page, world)
    if name == "index.html":
        return leads_somewhere(f"{folder}/" if folder else "", world)
    if name and "." in name:
        return path in world.table(_forms)
    page = f"{path.rstrip('/')}/".lstrip("/")
    top = page.split("/")[0]
    return page in FIXED or page in _pages(top, world)


def pages_like(path: str, world: ValidationContext) -> list[str]:
    """Addresses that a dead link to `path` may have meant."""
    top = path.split("/")[0]
    return sorted(_pages(top, world)) if top in _FAMILIES else sorted({*FIXED} - {""})


def _pages(top: str, world: ValidationContext) -> frozenset[str]:
    """The pages whose address begins with `top`/."""
    family = _FAMILIES.get(top)
    if family is None:
        return frozenset()
    if family not in world._tables:  # a text may have many links
        world._tables[family] = family(world)  # type: ignore[index]
    found: frozenset[str] = world._tables[family]  # type: ignore[index]
    return found


def _procedures(world: ValidationContext) -> frozenset[str]:
    """Those without a page yet are not read as near a file: their sketch does not say, so only what was read is left out."""
    found = set()
    for code, entries in world.procedures.items():
        if any(state_of(entry.record, world.as_of) != "future" for entry in entries):
            found.add(a.procedure(code))
    return frozenset(found | {a.procedure(stem) for stem in world.procedure_files if world.unread("procedure", stem)})


def _stems(kind: str, address: Callable[[str], str]) -> Callable[[ValidationContext], frozenset[str]]:
    return lambda world: (
        frozenset(address(entry.stem) for entry in world.store.of(kind))
        | frozenset(address(name.partition("/")[2]) for name in world.store.unread if name.startswith(f"{kind}/"))
    )


def _fields(world: ValidationContext) -> frozenset[str]:
    return frozenset(
        a.field(entry.record.slug or slug(entry.record.name))
        for entry in world.store.of("field")
        if entry.record.slug or entry.record.name
    )


def _units(world: ValidationContext) -> frozenset[str]:
    found = set()
    for entry in world.store.of("unit"):
        since = entry.record.term.since if entry.record.term else None
        if isinstance(since, dt.date) and since > world.as_of:
            continue
        found.add(a.unit(entry.stem))
        if entry.record.kind in ("xã", "thị trấn", "phường", "huyện"):
            found |= {a.unit_procedures(entry.stem), a.unit_feedback(entry.stem)}
    return frozenset(found)


def _notices(world: ValidationContext) -> frozenset[str]:
    """Without those of a later day."""
    later = {
        a.notice(entry.stem)
        for entry in world.store.of("notice")
        if entry.record.date and entry.record.date > world.as_of
    }
    return _stems("notice", a.notice)(world) - later


def _laws(world: ValidationContext) -> frozenset[str]:
    return frozenset(a.law(number) for number in world.laws)


def _handbook(world: ValidationContext) -> frozenset[str]:
    chapters = _stems("handbook", lambda stem: f"{a.HANDBOOK}{stem}/")(world)
    return chapters | {a.HANDBOOK, f"{a.HANDBOOK}kiem-tra/", f"{a.HANDBOOK}cac-truong/"} if chapters else chapters


def _embedded(world: ValidationContext) -> frozenset[str]:
    fields = [entry.record.slug for entry in world.store.of("field") if entry.record.slug]
    return frozenset(a.embedded(unit, name) for unit in world.units for name in ("", *fields))


_ENTRIES = {
    "plan_document": "van-ban",
    "review": "ra-soat",
    "result": "mot-cua",
    "answer": "phan-anh",
}


class _Plans(frozenset[str]):
    """The pages of the plans, with those of which only the shape is known."""

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


def _plans(world: ValidationContext) -> frozenset[str]:
    return world.table(_plan_pages)


def _plan_pages(store: Store) -> frozenset[str]:
    found: set[str] = set()
    years = {entry.record.year for entry in store.of("plan") if entry.record.year}
    for year in years:
        found |= {a.plan(year), a.plan_agencies(year), a.plan_progress(year)}
        areas = {entry.record.area for entry in store.of("task") if _year(entry) == year} | {"báo cáo"}
        found |= {a.plan_area(year, area.slug) for area in AREAS if area.key in areas}
    if len(years) > 1:
        found.add(a.PLANS)
        found |= {a.plan_comparison(one, other) for one in years for other in years if one < other}
    for entry in store.of("task"):
        if (year := _year(entry)) in years and entry.record.number is not None:
            found.add(a.plan_task(year, entry.record.number))
    slugs = {area.key: area.slug for area in AREAS}
    for kind in (*_ENTRIES, "plan_event"):
        for entry in store.of(kind):
            area = _ENTRIES.get(kind) or slugs.get(entry.record.kind or "tập huấn", "")
            if (year := _year(entry)) in years and a.plan_area(year, area) in found:
                found.add(a.plan_entry(year, area, entry.stem))
    return _Plans(found)


def _year(entry: Entry) -> int:
    text = entry.path.partition("/plan/")[2].split("/")[0]
    return int(text) if text.isdecimal() else 0


def _processes(world: ValidationContext) -> frozenset[str]:
    pages = _stems("process", a.process)(world)
    asked = any(entry.record.area == "sáng kiến" for entry in world.store.of("task"))
    return pages | {a.PROCESSES} if pages or asked else pages


def _forms(store: Store) -> frozenset[str]:
    return frozenset(a.form(relative) for relative in (stored_forms(store.root) if store.root else ()))


_FAMILIES: dict[str, Callable[[ValidationContext], frozenset[str]]] = {
    "thu-tuc": _procedures,
    "linh-vuc": _fields,
    "don-vi": _units,
    "van-ban": _laws,
    "huong-dan": _stems("guide", a.guide),
    "tin-tuc": _notices,
    "so-tay": _handbook,
    "nhung": _embedded,
    "ke-hoach": _plans,
    "quy-trinh": _processes,
}
