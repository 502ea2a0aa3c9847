"""The registers of a plan in the form that pages use: documents, reviews, events, figures, answers, processes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator import urls
from generator.catalogue.views import AgencyView, ProcedureView
from generator.schema.plan.areas import BY_KEY
from generator.schema.plan.cost import Costed, Saving, costed, saving
from generator.schema.plan.document import PlanDocument
from generator.schema.plan.event import PlanEvent
from generator.schema.plan.feedback import FeedbackAnswer, FeedbackPeriod, FeedbackRow
from generator.schema.plan.period import PeriodFigures
from generator.schema.plan.process import Process
from generator.schema.plan.result import HandlingResult, ResultRow
from generator.schema.plan.review import Review
from generator.schema.plan.target import Measure, PlanTarget

Figures = TypeVar("Figures", bound=PeriodFigures)
Row = TypeVar("Row", ResultRow, FeedbackRow)
NamedAgency = tuple[str, str]  # name of an office or unit, address of its page ("" if none)


def numbered(number: str | None) -> str:
    """`12/KH-UBND`; `chưa ghi số (…/KH-UBND)` where the published text itself leaves the number out; "" for none."""
    return f"chưa ghi số (…{number})" if number and number.startswith("/") else number or ""


@dataclass(eq=False)
class DocumentView:
    """in_force: True, False, or None if its dates are unknown."""

    record: PlanDocument
    year: int
    slug: str
    in_force: bool | None = None
    replaces: list[DocumentView] = field(default_factory=list)
    replaced_by: list[DocumentView] = field(default_factory=list)
    law_url: str = ""  # its page among the legal documents, if any

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["chỉ đạo"].slug, self.slug)

    @property
    def title(self) -> str:
        """`Công văn 568/VP-NC-KSTTHC`."""
        return f"{self.record.kind or ''} {numbered(self.record.number)}".strip()

    @property
    def is_stored_here(self) -> bool:
        """True if its full text is a file of this site."""
        return bool(self.record.file and self.record.file.startswith(urls.PLANS))


@dataclass(eq=False)
class ReviewView:
    """state: the latest one reached by the catalogue's day, "" before the first; before, after: None without
    figures."""

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
        """Cost once the proposal is carried out; zero if the procedure is abolished."""
        if self.record.after is None and self.record.proposal == "bãi bỏ" and self.before:
            return Costed((), 0, 0)
        return costed(self.record.after)

    @property
    def saving(self) -> Saving | None:
        return saving(self.before, self.after)


@dataclass(eq=False)
class EventView:
    """A training, inspection, communication activity or initiative; takers: names of the participants."""

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
class PeriodView(Generic[Figures, Row]):
    """The figures of one period; total: the sum of each column."""

    record: Figures
    year: int
    slug: str
    rows: list[tuple[NamedAgency, Row]]
    total: Row

    @property
    def title(self) -> str:
        """The period's name, else the file's."""
        return self.record.title or self.slug


class ResultView(PeriodView[HandlingResult, ResultRow]):
    """How dossiers were handled."""

    @property
    def url(self) -> str:
        return urls.plan_entry(self.year, BY_KEY["một cửa"].slug, self.slug)


class FeedbackView(PeriodView[FeedbackPeriod, FeedbackRow]):
    """Feedback counted."""


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
    """A target with its newest figure; percent: reached, with one decimal, None without a figure."""

    record: PlanTarget
    latest: Measure | None = None

    @property
    def title(self) -> str:
        """What is measured, else the area."""
        return self.record.name or self.record.area or ""

    @property
    def percent(self) -> float | None:
        if self.latest is None or not self.latest.total or self.latest.count is None:
            return None
        return 1000 * self.latest.count // self.latest.total / 10  # truncated, so that 99.96 is not shown as 100

    @property
    def met(self) -> bool | None:
        """True if the target is reached; None without a figure or a level to compare with."""
        wanted = self.record.percent
        if self.percent is None or not isinstance(wanted, int) or self.latest is None:
            return None
        return 100 * (self.latest.count or 0) >= wanted * (self.latest.total or 0)


@dataclass(eq=False)
class ProcessView:
    """The steps in which an office handles a procedure."""

    record: Process
    slug: str
    procedure: ProcedureView | None = None

    @property
    def url(self) -> str:
        return urls.process(self.slug)

    @property
    def name(self) -> str:
        return self.record.name or (self.procedure.name if self.procedure else self.slug)
