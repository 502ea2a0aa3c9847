"""Builds the plans of all years: tasks, agencies with their duties, reporting dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.days_off import DaysOff
from generator.catalogue.plan.mentions import mentions
from generator.catalogue.plan.register_builder import build_registers
from generator.catalogue.plan.reporting_dates import periods
from generator.catalogue.plan.view import AgencyDuties, PlanView, TaskView
from generator.catalogue.views import AgencyView, UnitView
from generator.loading.store import Store
from generator.schema.agency import Agency


def build_plans(store: Store, catalogue: Catalogue) -> None:
    """Fill `catalogue.plans`, by year, and `catalogue.processes`."""
    for entry in store.of("plan"):
        year = entry.record.year or int(entry.path.split("/")[-2])
        catalogue.plans[year] = PlanView(entry.record, year)
    for task in store.of("task"):
        plan, record = catalogue.plans.get(int(task.path.split("/")[-3])), task.record
        if plan and record.number:
            lead, partners = _views(record.lead, catalogue), _views(record.partners, catalogue)
            progress = [state for state in record.progress if state.date and state.date <= catalogue.as_of]
            progress.sort(key=lambda state: state.date or catalogue.as_of)
            plan.tasks.append(TaskView(record, plan.year, lead, partners, progress))
    catalogue.plans = dict(sorted(catalogue.plans.items()))
    day_off = DaysOff(catalogue.holidays)
    for plan in catalogue.plans.values():
        plan.tasks.sort(key=lambda task: task.record.number or 0)
        plan.holidays_known = day_off.knows(plan.year)
        if plan.record.reporting:
            plan.periods = periods(plan.record.reporting, plan.year, day_off)
        _duties(plan, catalogue)
    build_registers(store, catalogue)


def _views(side: Any, catalogue: Catalogue) -> list[AgencyView]:
    """The agencies of a part of a record (`co_quan`) that may be missing."""
    return [catalogue.agencies[slug] for slug in (side.agencies if side else ()) if slug in catalogue.agencies]


def _duties(plan: PlanView, catalogue: Catalogue) -> None:
    """Duties of each agency: the offices the plan names, the members of its groups, and every commune where communes
    are meant."""
    duties: dict[str, AgencyDuties] = {}
    communes = {
        unit.slug: AgencyDuties(_committee(unit), plan.year, unit=unit) for unit in catalogue.communes_during(plan.year)
    }

    def reach(agencies: list[AgencyView]) -> Iterator[tuple[AgencyDuties, str]]:
        """Each agency, then the members of each that is a group, with the group's name."""
        for agency in agencies:
            yield duties.setdefault(agency.slug, AgencyDuties(agency, plan.year)), ""
        for agency in agencies:
            for member in agency.members:
                yield duties.setdefault(member.slug, AgencyDuties(member, plan.year)), agency.name
            for commune in communes.values() if agency.includes_communes else ():
                yield commune, agency.name

    for task in plan.tasks:
        # an office named by the task keeps that role and does not get the role of its group as well
        named = {agency.slug for agency in (*task.lead, *task.partners)}
        for side, agencies in (("leads", task.lead), ("partners", task.partners)):
            for entry, via in reach(agencies):
                if not via or entry.agency.slug not in named:
                    _assign(getattr(entry, side), task, via)
    for part in plan.record.parts:
        for item in part.items:
            for entry, via in reach(_views(item, catalogue)):
                _assign(entry.duties, item, via)
    for entry, _ in reach(_views(plan.record.reporting, catalogue)):
        entry.reports = True
    _named(plan, duties, catalogue)
    order = {slug: at for at, slug in enumerate(catalogue.agencies)}
    plan.agencies = sorted(duties.values(), key=lambda entry: order[entry.agency.slug])
    plan.communes = [
        entry for entry in communes.values() if entry.leads or entry.partners or entry.duties or entry.reports
    ]


def _assign(assigned: list[tuple[Any, str]], work: object, via: str) -> None:
    """Add (work, group through which an agency has it) unless the agency has it already."""
    if all(work is not other for other, _ in assigned):
        assigned.append((work, via))


def _named(plan: PlanView, duties: dict[str, AgencyDuties], catalogue: Catalogue) -> None:
    """Give a page to every office that the text names, also those without a duty. Mentions that repeat an office's own
    tasks and duties are left out."""
    for slug, listed in mentions(plan, catalogue.agencies.values()).items():
        entry = duties.setdefault(slug, AgencyDuties(catalogue.agencies[slug], plan.year))
        shown = {task.url for task in entry.tasks} | {text for item, _ in entry.duties for text in item.paragraphs}
        titles = {item.title for item, _ in entry.duties}
        entry.mentions = [one for one in listed if one.url not in shown and one.text not in shown | titles]


def _committee(unit: UnitView) -> AgencyView:
    """The People's Committee of a commune; it is in no list of agencies."""
    name = f"UBND {unit.record.kind or ''} {unit.record.name or ''}"
    return AgencyView(
        Agency.model_validate({"slug": f"ubnd-{unit.slug}", "ten": " ".join(name.split()), "loai": "cơ quan"})
    )
