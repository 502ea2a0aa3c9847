"""The plans of all years: tasks, agencies with their duties, reporting dates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan_view import AgencyDuties, PlanView, TaskView
from generator.catalogue.reporting_dates import periods
from generator.catalogue.views import AgencyView
from generator.reading.store import Store


def build_plans(store: Store, catalogue: Catalogue) -> None:
    """Fill `catalogue.plans`, by year."""
    for entry in store.of("plan"):
        year = entry.record.year or int(entry.path.split("/")[-2])
        catalogue.plans[year] = PlanView(entry.record, year)
    for entry in store.of("task"):
        plan = catalogue.plans.get(int(entry.path.split("/")[-3]))
        if plan and entry.record.number:
            lead = _views(entry.record.lead, catalogue)
            partners = _views(entry.record.partners, catalogue)
            plan.tasks.append(TaskView(entry.record, plan.year, lead, partners))
    for plan in catalogue.plans.values():
        plan.tasks.sort(key=lambda task: task.record.number)
        if plan.record.reporting:
            plan.periods = periods(plan.record.reporting, plan.year)
        plan.agencies = _duties(plan, catalogue)


def _views(side, catalogue: Catalogue) -> list[AgencyView]:
    return [catalogue.agencies[slug] for slug in (side.agencies if side else ()) if slug in catalogue.agencies]


def _reach(agency: AgencyView) -> Iterator[tuple[AgencyView, str]]:
    """The agency itself, and for a group each member with the group's name."""
    yield agency, ""
    for member in agency.members:
        yield member, agency.name


def _duties(plan: PlanView, catalogue: Catalogue) -> list[AgencyDuties]:
    found: dict[str, AgencyDuties] = {}

    def of(agency: AgencyView) -> AgencyDuties:
        return found.setdefault(agency.slug, AgencyDuties(agency, plan.year))

    for task in plan.tasks:
        # an office that the task names itself keeps that role; it does not get the role of its group as well
        named = {agency.slug for agency in (*task.lead, *task.partners)}
        for side in ("leads", "partners"):
            for agency in task.lead if side == "leads" else task.partners:
                for member, via in _reach(agency):
                    listed = getattr(of(member), side)
                    if (not via or member.slug not in named) and all(task is not other for other, _ in listed):
                        listed.append((task, via))
    for part in plan.record.parts:
        for item in part.items:
            for slug in item.agencies:
                if slug in catalogue.agencies:
                    for agency, via in _reach(catalogue.agencies[slug]):
                        of(agency).duties.append((item, via))
    order = {slug: at for at, slug in enumerate(catalogue.agencies)}
    for entry in found.values():
        names = {group.slug for group in entry.agency.groups} | {entry.agency.slug}
        entry.reports = bool(names & {"nhom-chuyen-mon", "nhom-xa"})
    return sorted(found.values(), key=lambda entry: order[entry.agency.slug])
