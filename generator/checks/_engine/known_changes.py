"""Addresses that depend on dates: versions of procedures, days of reform, old and new communes, stable names, and
editions (each a whole site in a folder of its own)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from generator import urls
from generator.checks._engine.context import ValidationContext
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import day_of, versions_of
from generator.schema.data_sets import DATA_SETS, formats, is_full
from generator.schema.unit import UnitTerm
from generator.schema.unit_kinds import COMMUNES, usual_kind
from generator.text.slugs import slug

# data set → (kind of its records, their key in stable names)
NAMED: dict[str, tuple[str, Callable[[Entry], str | None]]] = {
    "thu-tuc": ("procedure", lambda entry: entry.code),
    "don-vi": ("unit", lambda entry: entry.stem),
    "co-quan": ("agency", lambda entry: entry.record.slug),
    "linh-vuc": ("field", lambda entry: entry.record.slug or slug(entry.record.name or "")),
    "van-ban": ("law", lambda entry: entry.record.number),
    "huong-dan": ("guide", lambda entry: entry.stem),
}


def edition_of(path: str, context: ValidationContext) -> tuple[str, str, ValidationContext]:
    """(folder, path below it, context as of its day) for a path in an edition's folder; an empty folder and the same
    path and context for any other."""
    for folder, there in context.cached(_editions).items():
        if f"{path.rstrip('/')}/".startswith(folder):
            return folder, path[len(folder) :], there
    return "", path, context


def _editions(store: Store) -> dict[str, ValidationContext]:
    """The context of each edition but that of the root, by its folder."""
    site = next((entry.record for entry in store.of("site")), None)
    if not site:
        return {}
    return {one.place: ValidationContext(store, one.day) for one in site.editions if one.day and one.day != site.as_of}


def procedure_changes(store: Store) -> frozenset[str]:
    """The timelines of the procedures that have versions or a stated fate, and the versions after the first."""
    versions = versions_of(store, "procedure")
    with_changes = {*versions, *(entry.record.code for entry in store.of("fate"))}
    codes = {entry.code for entry in store.of("procedure")}
    timelines = {urls.procedure_changes(code) for code in with_changes & codes if code}
    days = {(code, day_of(one)) for code, entries in versions.items() for one in entries if code in codes}
    return frozenset(timelines | {urls.procedure_version(code, day) for code, day in days if day})


def reforms(store: Store) -> frozenset[str]:
    """`thay-doi/` and a page for each day on which something changed, where a procedure has versions."""
    versions = versions_of(store, "procedure")
    if not versions:
        return frozenset({urls.CHANGES})
    codes = {entry.code for entry in store.of("procedure")}
    days = {day_of(one) for code, entries in versions.items() if code in codes for one in entries}
    known = {entry.stem for entry in store.of("unit")}
    days |= {step.date for entry in _communes(store) for step in entry.record.successors if (step.unit or "") in known}
    return frozenset({urls.CHANGES} | {urls.reform(day) for day in days if isinstance(day, dt.date)})


def new_units(store: Store) -> frozenset[str]:
    """The names that an old commune and a new one share, as slugs, and "" for the table of all; nothing where no
    commune was merged."""
    units = {entry.stem: entry for entry in store.of("unit")}
    merged = [entry for entry in _communes(store) if _successors_of(entry, units)]
    successors = {stem: units[stem] for entry in merged for stem in _last(entry.stem, units, set())}
    shared = {
        old.record.name
        for old in merged
        for new in successors.values()
        if old.record.name and new is not old and _title(old) == _title(new)
    }
    return frozenset({"", *(slug(name) for name in shared)} if merged else ())


def commune_part(context: ValidationContext) -> str:
    """What communes are called in addresses on the context's day, as in catalogue/wording.py."""
    store, day = context.store, context.as_of
    site = next((entry.record.unit for entry in store.of("site")), None)
    own = [entry for entry in _communes(store) if entry.stem == site]
    terms = [(entry.record.kind, entry.record.term) for entry in own or _communes(store)]
    kinds = [kind for kind, term in terms if term is None or not (_begins_after(term, day) or _ended(term, day))]
    return slug(usual_kind(kinds))


def _begins_after(term: UnitTerm, day: dt.date) -> bool:
    return isinstance(term.since, dt.date) and term.since > day


def _ended(term: UnitTerm, day: dt.date) -> bool:
    return isinstance(term.until, dt.date) and term.until < day


def publishes_data(store: Store) -> bool:
    """Whether the site has open data (`du_lieu_mo` in site.yml)."""
    return any(entry.record.most_data_files is not None for entry in store.of("site"))


def stable_names(store: Store) -> frozenset[str]:
    """`id/…` of every record that has one."""
    if not publishes_data(store):
        return frozenset()
    named = ((data_set, key(entry)) for data_set, (kind, key) in NAMED.items() for entry in store.of(kind))
    return frozenset(urls.name_folder(data_set, name) for data_set, name in named if name)


def data_files(store: Store) -> frozenset[str]:
    """The whole data sets, one file in each format that people use; none where the site publishes no data."""
    if not publishes_data(store):
        return frozenset()
    codes = {entry.code for entry in store.of("procedure") if entry.code}
    full = is_full(len(codes), store.of("site")[0].record.most_data_files)
    return frozenset(urls.data_file(one.name, suffix) for one in DATA_SETS for _, suffix in formats(full))


def _communes(store: Store) -> list[Entry]:
    return [entry for entry in store.of("unit") if entry.record.kind in COMMUNES]


def _successors_of(entry: Entry, units: dict[str, Entry]) -> list[str]:
    return [step.unit for step in entry.record.successors if step.unit in units]


def _last(stem: str, units: dict[str, Entry], visited: set[str]) -> list[str]:
    """The units at the end of the succession."""
    if stem in visited:
        return []
    visited.add(stem)
    successors = _successors_of(units[stem], units)
    return [one for successor in successors for one in _last(successor, units, visited)] if successors else [stem]


def _title(entry: Entry) -> str:
    return f"{entry.record.kind or ''} {entry.record.name or ''}"
