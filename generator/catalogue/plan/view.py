"""A year's plan joined to its tasks, agencies and registers, with the reporting dates worked out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from generator import urls
from generator.catalogue.plan.registers import (
    AnswerView,
    DocumentView,
    EventView,
    FeedbackView,
    ResultView,
    ReviewView,
    TargetView,
)
from generator.catalogue.plan.reporting_dates import Period
from generator.catalogue.views import AgencyView, UnitView
from generator.schema.plan.areas import AREAS, Area
from generator.schema.plan.plan import Plan, PlanItem
from generator.schema.plan.progress import TaskProgress
from generator.schema.plan.task import Task

UNRECORDED = "chưa có ghi nhận"  # no state was recorded: not the same as "not begun", which somebody must have said


@dataclass(eq=False)
class TaskView:
    """A task with the agencies that lead it and those that take part. progress: what was recorded up to the catalogue's day,
    oldest first; documents: those of the register that serve it."""

    record: Task
    year: int
    lead: list[AgencyView] = field(default_factory=list)
    partners: list[AgencyView] = field(default_factory=list)
    progress: list[TaskProgress] = field(default_factory=list)
    documents: list[DocumentView] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.plan_task(self.year, self.record.number or 0)

    @property
    def title(self) -> str:
        """What it is called; its number when nobody named it."""
        return self.record.title or f"Nhiệm vụ {self.record.number}"

    @property
    def state(self) -> str:
        """The last state recorded, or that none was."""
        return (self.progress[-1].state if self.progress else None) or UNRECORDED

    @property
    def due(self) -> dt.date | None:
        """The day it must be done by; None for work that goes on all year."""
        timing = self.record.timing
        return timing.end if timing and timing.kind != "thường xuyên" else None


@dataclass(frozen=True, slots=True)
class Mention:
    """The text of the plan names an office here. where: in words; text: the whole sentence or paragraph."""

    where: str
    url: str
    text: str


@dataclass(eq=False)
class AgencyDuties:
    """What the plan asks of one agency, itself or through its group. via: the group's name, or an empty text. unit: the commune
    whose People's Committee this is; mentions: where else the plan's text names it."""

    agency: AgencyView
    year: int
    leads: list[tuple[TaskView, str]] = field(default_factory=list)
    partners: list[tuple[TaskView, str]] = field(default_factory=list)
    duties: list[tuple[PlanItem, str]] = field(default_factory=list)
    reports: bool = False
    unit: UnitView | None = None
    mentions: list[Mention] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.plan_agency(self.year, self.agency.slug)

    @property
    def tasks(self) -> list[TaskView]:
        """All tasks it leads or takes part in."""
        return [task for task, _ in (*self.leads, *self.partners)]

    @property
    def asked(self) -> bool:
        """Whether the plan gives it anything to do; else its text only names it."""
        return bool(self.leads or self.partners or self.duties or self.reports)


@dataclass(eq=False)
class PlanView:
    """The plan of one year. agencies: those the plan names, itself or through a group; communes: the People's Committee of each
    commune, which share what their group must do; holidays_known: whether days off of the year are known."""

    record: Plan
    year: int
    tasks: list[TaskView] = field(default_factory=list)
    agencies: list[AgencyDuties] = field(default_factory=list)
    communes: list[AgencyDuties] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    holidays_known: bool = True
    documents: list[DocumentView] = field(default_factory=list)
    reviews: list[ReviewView] = field(default_factory=list)
    events: list[EventView] = field(default_factory=list)
    results: list[ResultView] = field(default_factory=list)
    targets: list[TargetView] = field(default_factory=list)
    feedback: list[FeedbackView] = field(default_factory=list)
    answers: list[AnswerView] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.plan(self.year)

    @property
    def everybody(self) -> list[AgencyDuties]:
        """All who have something to do."""
        return [*self.agencies, *self.communes]

    @property
    def senders(self) -> list[AgencyDuties]:
        """Who must send reports, groups left out: each of their members is there itself."""
        return [duties for duties in self.everybody if duties.reports and duties.agency.record.kind != "nhóm"]

    @property
    def areas(self) -> list[Area]:
        """The areas that have a task, in the plan's order; each has a page."""
        wanted: list[str | None] = [task.record.area for task in self.tasks]
        return sorted((area for area in AREAS if area.key in wanted), key=lambda area: wanted.index(area.key))

    def area_url(self, area: Area) -> str:
        return urls.plan_area(self.year, area.slug)

    def tasks_of(self, key: str) -> list[TaskView]:
        """The tasks of an area."""
        return [task for task in self.tasks if task.record.area == key]

    def events_of(self, kind: str) -> list[EventView]:
        """The events of a kind."""
        return [event for event in self.events if event.record.kind == kind]
