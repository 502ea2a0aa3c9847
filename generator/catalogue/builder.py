"""Builds the catalogue from a validated store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionView
from generator.catalogue.fates import join_fate, older_text
from generator.catalogue.overlays import join_overlays
from generator.catalogue.plan.builder import build_plans
from generator.catalogue.unit_succession import publisher_after
from generator.catalogue.views import (
    AgencyView,
    FieldView,
    GuideView,
    LawView,
    NoticeView,
    ProcedureView,
    UnitView,
    WithheldView,
)
from generator.checks._engine.withholding import WithheldProcedure, verdict, without
from generator.loading.entry import Entry
from generator.loading.inheritance import Known, inherited, known_by_unit, receives, with_inherited
from generator.loading.store import Store
from generator.loading.summaries import summary_of
from generator.loading.versions import resolve
from generator.problem import ERROR, Problem
from generator.schema.lifecycle import law_in_force, state_of
from generator.schema.packing import digest
from generator.schema.periods import period
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.site import Site
from generator.schema.unit_kinds import COMMUNE, DISTRICT, PROVINCE
from generator.schema.web_address import web_address
from generator.text.alphabet import sort_key
from generator.text.slugs import slug

NO_FIELD = "Chưa phân lĩnh vực"


def build_catalogue(
    store: Store, as_of: dt.date, problems: list[Problem], edition: EditionView | None = None, *, withhold: bool = False
) -> Catalogue:
    """Join `store` as of `as_of`. problems: all findings of the check; those of a record mark it as incomplete;
    edition: the edition that this catalogue is; withhold: exclude procedures with errors from everything and list them
    in `withheld`."""
    faults = verdict(store, problems).faults if withhold else {}
    store = resolve(store, as_of, amendments=True)
    withheld: list[WithheldProcedure] = []
    if faults:
        store, problems, withheld = without(store, problems, faults)
    sites = store.of("site")
    site = sites[0].record if sites else Site.model_validate({})
    if not web_address(site.url) or {"?", "#"} & set(site.url or ""):
        # rejected by TT-089, but a draft is built anyway and must not link to `javascript:`
        site = site.model_copy(update={"url": None})
    catalogue = Catalogue(site=site, as_of=as_of, store=store, problems=problems, edition=edition)
    catalogue.fates = {entry.record.code: entry.record for entry in reversed(store.of("fate")) if entry.record.code}
    _laws(store, catalogue)
    _agencies(store, catalogue)
    fields = _fields(store, catalogue)
    _withheld(withheld, catalogue, fields)
    _procedures(store, catalogue, fields, problems)
    _units(store, catalogue)
    catalogue.site = publisher_after(site, catalogue.site_unit, bool(sites and "ten" in sites[0].layers))
    join_overlays(store, catalogue)
    _guides(store, catalogue)
    catalogue.notices = sorted(
        (
            NoticeView(entry.record, entry.stem)
            for entry in store.of("notice")
            if not (entry.record.date and entry.record.date > as_of)  # rule TT-189 reports it
        ),
        key=lambda view: (view.record.date or dt.date.min, view.slug),
        reverse=True,
    )
    catalogue.holidays = [entry.record for entry in store.of("holidays")]
    catalogue.glossary = sorted(
        (entry.record for entry in store.of("term") if entry.record.term), key=lambda term: sort_key(term.term)
    )
    catalogue.handbook = sorted(
        ((entry.stem, entry.record) for entry in store.of("handbook")),
        key=lambda item: (item[1].order or 99, sort_key(item[1].title), item[0]),
    )
    build_plans(store, catalogue)
    catalogue.has_sheets = 0 < len(catalogue.in_force) <= (site.most_sheets or 0)
    return catalogue


def _laws(store: Store, catalogue: Catalogue) -> None:
    for entry in store.of("law"):
        if entry.record.number:
            view = LawView(entry.record, slug(entry.record.number), law_in_force(entry.record, catalogue.as_of))
            catalogue.laws.setdefault(entry.record.number, view)


def _agencies(store: Store, catalogue: Catalogue) -> None:
    for entry in store.of("agency"):
        if entry.record.slug:
            catalogue.agencies.setdefault(entry.record.slug, AgencyView(entry.record))
    for view in catalogue.agencies.values():
        for member in view.record.members:
            if member in catalogue.agencies:
                view.members.append(catalogue.agencies[member])
                catalogue.agencies[member].groups.append(view)
            else:
                view.includes_communes = True


def _fields(store: Store, catalogue: Catalogue) -> dict[str, FieldView]:
    fields: dict[str, FieldView] = {}
    for entry in store.of("field"):
        record = entry.record
        if record.name:
            view = FieldView(record.name, record.slug or slug(record.name), record.summary or "", record.icon or "")
            if not _outlived(store, catalogue):  # the offices are those of the site's unit
                view.agency = catalogue.agencies.get(record.agency or "")
            fields.setdefault(record.name, view)
    return fields


def _outlived(store: Store, catalogue: Catalogue) -> bool:
    """True for an edition of a day on which the site's unit no longer exists."""
    unit = next((entry for entry in store.of("unit") if entry.stem == catalogue.site.unit), None)
    ended = unit is not None and period(unit.record.term).ended(catalogue.as_of)
    return ended and bool(catalogue.edition and catalogue.edition.later)


def _procedures(store: Store, catalogue: Catalogue, fields: dict[str, FieldView], problems: list[Problem]) -> None:
    """Join the procedures to their fields, laws and each other, in the order of the lists. `fields` gets those that
    only procedures name."""
    entries = [summary_of(entry) for entry in store.of("procedure")]
    unlisted = {entry.record.field_name or NO_FIELD for entry in entries} - fields.keys()
    for name in sorted(unlisted, key=lambda name: (sort_key(name), name)):
        fields[name] = FieldView(name, slug(name), "", "")
    order = {name: at for at, name in enumerate(fields)}
    views = _procedure_views(store, entries, catalogue, fields, problems)
    for view in sorted(views, key=lambda v: (order[v.field.name], sort_key(v.name), v.code)):
        catalogue.procedures[view.code] = view
        (view.field.procedures if view.in_force else view.field.ended).append(view)
        for basis in view.record.legal_bases:
            if basis.number:
                law = catalogue.laws.get(basis.number)
                view.laws.append((law, basis.number, basis.articles or ""))
                if law and view.in_force:
                    law.procedures.append(view)
    _relate(catalogue)
    catalogue.fields = [view for view in fields.values() if view.procedures or view.withheld or view.summary]


def _procedure_views(
    store: Store, entries: list[Entry], catalogue: Catalogue, fields: dict[str, FieldView], problems: list[Problem]
) -> Iterable[ProcedureView]:
    """The views of `entries`, without those of the future and without a second one at the same address."""
    faults: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity == ERROR:
            faults.setdefault(problem.path, []).append(problem)
    level, unit_values = known_by_unit(store, catalogue.as_of)
    whole_record, inherited_token = WholeRecords(level, unit_values), digest(repr(sorted(unit_values.items())).encode())
    outlived = _outlived(store, catalogue)
    views: dict[str, ProcedureView] = {}
    addresses: set[str] = set()
    for entry in entries:
        record = _with_unit_values(entry.record, level, unit_values)
        field = fields[record.field_name or NO_FIELD]
        files = dict.fromkeys([entry.path, *(part.path for part in entry.layers.values())])
        own_faults = [problem for file in files for problem in faults.get(file, ())]
        source = entry.version.path if entry.version else entry.path
        state = state_of(record, catalogue.as_of)
        view = ProcedureView(record, partial(whole_record, entry), source, state, field, own_faults)
        view.since, view.full_token, view.day = entry.since, entry.full_token, catalogue.as_of
        if receives(record, level):
            view.full_token = view.full_token.joined(inherited_token)
        join_fate(view, catalogue, outlived=outlived)
        if view.state == "future" or view.url in addresses:
            continue
        addresses.add(view.url)
        views[view.code] = view
    return views.values()


def _relate(catalogue: Catalogue) -> None:
    """Join the procedures to those that their records name."""
    for view in catalogue.procedures.values():
        for related in view.record.related:
            other = catalogue.procedures.get(related.code or "")
            if other:
                view.related.append((related.relation or "", other, related.note or ""))
        for code in view.record.validity.successors if view.record.validity else ():
            if code in catalogue.procedures:
                view.successors.append(catalogue.procedures[code])


def _withheld(withheld: list[WithheldProcedure], catalogue: Catalogue, fields: dict[str, FieldView]) -> None:
    for one in withheld:
        if one.record is not None and state_of(one.record, catalogue.as_of) == "future":
            continue
        view = WithheldView(one.code, one.name, one.field_name, one.levels, one.path, one.faults)
        catalogue.withheld.append(view)
        if view.field in fields:
            fields[view.field].withheld.append(view)
    for field in fields.values():
        field.withheld.sort(key=lambda view: (sort_key(view.title), view.code))


class WholeRecords:
    """Loads whole records with the values they inherit from units. The last one is cached, because its page asks for it
    again."""

    def __init__(self, level: str, known: Known) -> None:
        self.level, self.known = level, known
        self.last: tuple[Entry, Procedure] | None = None

    def __call__(self, entry: Entry) -> Procedure:
        if self.last is None or self.last[0] is not entry:
            self.last = (entry, with_inherited(entry.full_record, self.level, self.known))
        return self.last[1]


def _with_unit_values(record: ProcedureSummary, level: str, known: Known) -> ProcedureSummary:
    changes = inherited(record, level, known)
    if "executing_agency" in changes:
        changes["missing"] = record.missing.replace("g", "")
    return record.changed(changes) if changes else record


def _units(store: Store, catalogue: Catalogue) -> None:
    for entry in sorted(store.of("unit"), key=lambda entry: (sort_key(entry.record.name), entry.stem)):
        term = period(entry.record.term)
        view = UnitView(entry.record, entry.stem, term.holds(catalogue.as_of), term.began(catalogue.as_of))
        view.publishes = entry.stem == catalogue.site.unit
        catalogue.units[entry.stem] = view
    for view in catalogue.units.values():
        view.parent = catalogue.units.get(view.record.parent or "")
        if view.parent and view.active:
            view.parent.children.append(view)
        for successor in view.record.successors:
            other = catalogue.units.get(successor.unit or "")
            if other:
                view.went_to.append((other, successor.share or "", successor.date, successor.document or ""))
                other.came_from.append((view, successor.share or "", successor.date))
    everything = catalogue.in_force
    local = [view for view in everything if COMMUNE in view.record.levels]
    district = [view for view in everything if DISTRICT in view.record.levels or "ngành dọc" in view.record.levels]
    for view in catalogue.units.values():
        view.children.sort(key=lambda child: (sort_key(child.record.name), child.slug))
        if view.is_commune:
            view.procedures = local
        elif view.is_district:
            view.procedures = district
        elif view.publishes:
            view.procedures = [one for one in everything if PROVINCE in one.record.levels]


def _guides(store: Store, catalogue: Catalogue) -> None:
    for entry in store.of("guide"):
        guide = GuideView(entry.record, entry.stem, older_text(entry.since, catalogue.edition))
        for step in entry.record.steps:
            own = [catalogue.procedures[code] for code in step.codes if code in catalogue.procedures]
            together = [catalogue.procedures[code] for code in step.together if code in catalogue.procedures]
            guide.steps.append((step, own, together))
            for view in (*own, *together):
                if guide not in view.guides:
                    view.guides.append(guide)
        catalogue.guides.append(guide)
    catalogue.guides.sort(key=lambda guide: (guide.record.order or 99, sort_key(guide.record.title), guide.slug))
