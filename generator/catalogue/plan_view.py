"""A year's plan joined to its tasks and agencies, with the reporting dates worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.catalogue import addresses
from generator.catalogue.reporting_dates import Period
from generator.catalogue.views import AgencyView
from generator.model.plan import Plan, PlanItem
from generator.model.task import Task


@dataclass(eq=False)
class TaskView:
    """A task with the agencies that lead it and those that take part."""

    record: Task
    year: int
    lead: list[AgencyView] = field(default_factory=list)
    partners: list[AgencyView] = field(default_factory=list)

    @property
    def url(self) -> str:
        return addresses.plan_task(self.year, self.record.number)


@dataclass(eq=False)
class AgencyDuties:
    """What the plan asks of one agency, itself or through its group. via: the group's name, or an empty text."""

    agency: AgencyView
    year: int
    leads: list[tuple[TaskView, str]] = field(default_factory=list)
    partners: list[tuple[TaskView, str]] = field(default_factory=list)
    duties: list[tuple[PlanItem, str]] = field(default_factory=list)
    reports: bool = False

    @property
    def url(self) -> str:
        return addresses.plan_agency(self.year, self.agency.slug)


@dataclass(eq=False)
class PlanView:
    """The plan of one year."""

    record: Plan
    year: int
    tasks: list[TaskView] = field(default_factory=list)
    agencies: list[AgencyDuties] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)

    @property
    def url(self) -> str:
        return addresses.plan(self.year)
