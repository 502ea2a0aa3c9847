"""A year's plan joined to its tasks, agencies and registers, with the reporting dates computed."""

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

UNRECORDED = "chưa có ghi nhận"  # no state was recorded; "not begun" is a recorded state


@dataclass(eq=False)
class TaskView:
    """A task with its lead and participating agencies. progress: recorded up to the catalogue's day, oldest first;
    documents: those of the register that belong to it."""

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
        """Its title, else its number."""
        return self.record.title or f"Nhiệm vụ {self.record.number}"

    @property
    def state(self) -> str:
        """The latest recorded state, or UNRECORDED."""
        return (self.progress[-1].state if self.progress else None) or UNRECORDED

    @property
    def due(self) -> dt.date | None:
        """The deadline; None for work that goes on all year."""
        timing = self.record.timing
        return timing.end if timing and timing.kind != "thường xuyên" else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage of the plan that names an office. location: in words; text: the whole sentence or paragraph."""

    location: str
    url: str
    text: str


@dataclass(eq=False)
class AgencyDuties:
    """What the plan asks of one agency, directly or through its group. via: the group's name, or "". unit: the commune
    whose People's Committee this is; mentions: other passages of the plan that name it."""

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
        """True if the plan gives it a duty, False if it is only mentioned."""
        return bool(self.leads or self.partners or self.duties or self.reports)


@dataclass(eq=False)
class PlanView:
    """The plan of one year. agencies: those the plan names, directly or through a group; communes: the People's
    Committees of the communes, which share the duties of their group; holidays_known: True if there is a holiday
    file."""

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
    def all_duties(self) -> list[AgencyDuties]:
        """Everyone with a duty."""
        return [*self.agencies, *self.communes]

    @property
    def reporting_agencies(self) -> list[AgencyDuties]:
        """Everyone who must send reports, without groups: their members are listed themselves."""
        return [duties for duties in self.all_duties if duties.reports and duties.agency.record.kind != "nhóm"]

    @property
    def areas(self) -> list[Area]:
        """The areas with a task, in the plan's order; each has a page."""
        wanted: list[str | None] = [task.record.area for task in self.tasks]
        return sorted((area for area in AREAS if area.key in wanted), key=lambda area: wanted.index(area.key))

    def area_url(self, area: Area) -> str:
        return urls.plan_area(self.year, area.slug)

    def document(self, slug: str | None) -> DocumentView | None:
        """The document of the register with that slug, if there is one."""
        return next((document for document in self.documents if document.slug == slug), None) if slug else None

    def due_with(self, period: Period) -> Period | None:
        """The period with a due date that ends on the same day as `period`, which has none."""
        return next((other for other in self.periods if other.end == period.end and other.due), None)

    def tasks_of(self, key: str) -> list[TaskView]:
        """The tasks of an area."""
        return [task for task in self.tasks if task.record.area == key]

    def events_of(self, kind: str) -> list[EventView]:
        """The events of a kind."""
        return [event for event in self.events if event.record.kind == kind]
