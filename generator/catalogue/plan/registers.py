"""The records that follow from a plan, as pages see them: documents, reviews, events, figures, answers, processes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from generator import urls
from generator.catalogue.views import AgencyView, ProcedureView
from generator.schema.plan.areas import BY_KEY
from generator.schema.plan.cost import Costed, Saving, costed, saving
from generator.schema.plan.document import PlanDocument
from generator.schema.plan.event import PlanEvent
from generator.schema.plan.feedback import FeedbackAnswer, FeedbackPeriod, FeedbackRow
from generator.schema.plan.process import Process
from generator.schema.plan.result import HandlingResult, ResultRow
from generator.schema.plan.review import Review
from generator.schema.plan.target import Measure, PlanTarget

NamedAgency = tuple[str, str]  # what an office or unit is called, and the address of its page ("" when it has none)


@dataclass(eq=False)
class DocumentView:
    """in_force: True, False, or None when its dates are not known."""

    record: PlanDocument
    year: int
    slug: str
    in_force: bool | None = None
    replaces: list[DocumentView] = field(default_factory=list)
    replaced_by: list[DocumentView] = field(default_factory=list)
    law_url: str = ""  # its page among the legal documents, when it has one

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["chỉ đạo"].slug, self.slug)

    @property
    def title(self) -> str:
        """`Công văn 568/VP-NC-KSTTHC`."""
        return f"{self.record.kind or ''} {self.record.number or ''}".strip()


@dataclass(eq=False)
class ReviewView:
    """state: the last one reached by the catalogue's day, "" before the first; before, after: None unless figures are given."""

    record: Review
    year: int
    slug: str
    state: str = ""
    reached: dt.date | None = None
    procedure: ProcedureView | None = None
    agency: AgencyView | None = None
    merged: list[ProcedureView] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["rà soát"].slug, self.slug)

    @property
    def name(self) -> str:
        return (self.procedure.name if self.procedure else self.record.name) or self.record.code or self.slug

    @property
    def before(self) -> Costed | None:
        return costed(self.record.before)

    @property
    def after(self) -> Costed | None:
        """What it costs once the proposal is carried out: nothing when the procedure is abolished."""
        if self.record.after is None and self.record.proposal == "bãi bỏ" and self.before:
            return Costed((), 0, 0)
        return costed(self.record.after)

    @property
    def saving(self) -> Saving | None:
        return saving(self.before, self.after)


@dataclass(eq=False)
class EventView:
    """A training, inspection, piece of communication or initiative; takers: who takes part, by name."""

    record: PlanEvent
    year: int
    slug: str
    lead: AgencyView | None = None
    takers: list[NamedAgency] = field(default_factory=list)
    documents: list[DocumentView] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY[self.record.kind or "tập huấn"].slug, self.slug)


@dataclass(eq=False)
class ResultView:
    """The figures of one period; total: the columns added up."""

    record: HandlingResult
    year: int
    slug: str
    rows: list[tuple[NamedAgency, ResultRow]]
    total: ResultRow

    @property
    def title(self) -> str:
        """The period's name; the file's where it has none."""
        return self.record.title or self.slug

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["một cửa"].slug, self.slug)


@dataclass(eq=False)
class FeedbackView:
    """Feedback counted in one period."""

    record: FeedbackPeriod
    year: int
    slug: str
    rows: list[tuple[NamedAgency, FeedbackRow]]
    total: FeedbackRow

    @property
    def title(self) -> str:
        """The period's name; the file's where it has none."""
        return self.record.title or self.slug


@dataclass(eq=False)
class AnswerView:
    """A published answer; by: who answered."""

    record: FeedbackAnswer
    year: int
    slug: str
    by: NamedAgency
    procedure: ProcedureView | None = None

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["phản ánh"].slug, self.slug)


@dataclass(eq=False)
class TargetView:
    """A target with its newest figure; percent: reached, one decimal, None without a figure."""

    record: PlanTarget
    latest: Measure | None = None

    @property
    def title(self) -> str:
        """What is measured; the area where nobody named it."""
        return self.record.name or self.record.area or ""

    @property
    def percent(self) -> float | None:
        if self.latest is None or not self.latest.total or self.latest.count is None:
            return None
        return 1000 * self.latest.count // self.latest.total / 10  # cut off, so that 99.96 is not shown as 100

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None when there is no figure or no level to compare with."""
        wanted = self.record.percent
        if self.percent is None or not isinstance(wanted, int) or self.latest is None:
            return None
        return 100 * (self.latest.count or 0) >= wanted * (self.latest.total or 0)


@dataclass(eq=False)
class ProcessView:
    """How an office works on a procedure, step by step."""

    record: Process
    slug: str
    procedure: ProcedureView | None = None

    @property
    def url(self) -> str:
        return urls.process(self.slug)

    @property
    def name(self) -> str:
        return self.record.name or (self.procedure.name if self.procedure else self.slug)
