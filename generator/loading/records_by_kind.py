"""Records by their kind. mypy knows the class of each kind and refuses code that reads a field it does not have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, overload

from generator.loading.entry import Entry

if TYPE_CHECKING:
    from generator.schema.agency import Agency
    from generator.schema.fate import Fate
    from generator.schema.guide import Guide
    from generator.schema.handbook import Chapter
    from generator.schema.holidays import Holidays
    from generator.schema.law import Law
    from generator.schema.notice import Notice
    from generator.schema.official_list import OfficialList
    from generator.schema.overlay import Overlay
    from generator.schema.plan.document import PlanDocument
    from generator.schema.plan.event import PlanEvent
    from generator.schema.plan.feedback import FeedbackAnswer, FeedbackPeriod
    from generator.schema.plan.plan import Plan
    from generator.schema.plan.process import Process
    from generator.schema.plan.result import HandlingResult
    from generator.schema.plan.review import Review
    from generator.schema.plan.target import PlanTarget
    from generator.schema.plan.task import Task
    from generator.schema.procedure import Procedure
    from generator.schema.procedure_summary import ProcedureSummary
    from generator.schema.quality_day import QualityDay
    from generator.schema.removed import RemovedRecord
    from generator.schema.search_answers import Elsewhere, SeparatingQuestion
    from generator.schema.search_words import (
        Abbreviation,
        Filler,
        OffTopic,
        OutsideQuestions,
        SampleQuestions,
        Synonym,
        WordGroup,
    )
    from generator.schema.service_field import ServiceField
    from generator.schema.site import Site
    from generator.schema.term import GlossaryTerm
    from generator.schema.unit import Unit
    from generator.schema.version import GuideVersion, ProcedureVersion, SiteVersion


@dataclass(slots=True)
class RecordsByKind:
    """entries: by kind name, in path order. A test compares the overloads with schema/kinds.py."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)

    if TYPE_CHECKING:
        # fmt: off
        @overload
        def of(self, kind: Literal["site"]) -> list[Entry[Site]]: ...
        @overload
        def of(self, kind: Literal["site_version"]) -> list[Entry[SiteVersion]]: ...
        @overload
        def of(self, kind: Literal["field"]) -> list[Entry[ServiceField]]: ...
        @overload
        def of(self, kind: Literal["agency"]) -> list[Entry[Agency]]: ...
        @overload
        def of(self, kind: Literal["unit"]) -> list[Entry[Unit]]: ...
        @overload
        def of(self, kind: Literal["overlay"]) -> list[Entry[Overlay]]: ...
        @overload
        def of(self, kind: Literal["law"]) -> list[Entry[Law]]: ...
        @overload
        def of(self, kind: Literal["official_list"]) -> list[Entry[OfficialList]]: ...
        @overload
        def of(self, kind: Literal["procedure_version"]) -> list[Entry[ProcedureVersion]]: ...
        @overload
        def of(self, kind: Literal["procedure"]) -> list[Entry[Procedure | ProcedureSummary]]: ...
        @overload
        def of(self, kind: Literal["fate"]) -> list[Entry[Fate]]: ...
        @overload
        def of(self, kind: Literal["quality_day"]) -> list[Entry[QualityDay]]: ...
        @overload
        def of(self, kind: Literal["plan"]) -> list[Entry[Plan]]: ...
        @overload
        def of(self, kind: Literal["task"]) -> list[Entry[Task]]: ...
        @overload
        def of(self, kind: Literal["plan_document"]) -> list[Entry[PlanDocument]]: ...
        @overload
        def of(self, kind: Literal["review"]) -> list[Entry[Review]]: ...
        @overload
        def of(self, kind: Literal["plan_event"]) -> list[Entry[PlanEvent]]: ...
        @overload
        def of(self, kind: Literal["result"]) -> list[Entry[HandlingResult]]: ...
        @overload
        def of(self, kind: Literal["target"]) -> list[Entry[PlanTarget]]: ...
        @overload
        def of(self, kind: Literal["feedback_period"]) -> list[Entry[FeedbackPeriod]]: ...
        @overload
        def of(self, kind: Literal["answer"]) -> list[Entry[FeedbackAnswer]]: ...
        @overload
        def of(self, kind: Literal["process"]) -> list[Entry[Process]]: ...
        @overload
        def of(self, kind: Literal["guide_version"]) -> list[Entry[GuideVersion]]: ...
        @overload
        def of(self, kind: Literal["guide"]) -> list[Entry[Guide]]: ...
        @overload
        def of(self, kind: Literal["notice"]) -> list[Entry[Notice]]: ...
        @overload
        def of(self, kind: Literal["handbook"]) -> list[Entry[Chapter]]: ...
        @overload
        def of(self, kind: Literal["removed"]) -> list[Entry[RemovedRecord]]: ...
        @overload
        def of(self, kind: Literal["term"]) -> list[Entry[GlossaryTerm]]: ...
        @overload
        def of(self, kind: Literal["holidays"]) -> list[Entry[Holidays]]: ...
        @overload
        def of(self, kind: Literal["synonym"]) -> list[Entry[Synonym]]: ...
        @overload
        def of(self, kind: Literal["outside_question"]) -> list[Entry[OutsideQuestions]]: ...
        @overload
        def of(self, kind: Literal["sample_question"]) -> list[Entry[SampleQuestions]]: ...
        @overload
        def of(self, kind: Literal["abbreviation"]) -> list[Entry[Abbreviation]]: ...
        @overload
        def of(self, kind: Literal["word_group"]) -> list[Entry[WordGroup]]: ...
        @overload
        def of(self, kind: Literal["filler"]) -> list[Entry[Filler]]: ...
        @overload
        def of(self, kind: Literal["off_topic"]) -> list[Entry[OffTopic]]: ...
        @overload
        def of(self, kind: Literal["elsewhere"]) -> list[Entry[Elsewhere]]: ...
        @overload
        def of(self, kind: Literal["question"]) -> list[Entry[SeparatingQuestion]]: ...
        @overload
        def of(self, kind: str) -> list[Entry]: ...
        # fmt: on

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        return self._of(kind)

    def _of(self, kind: str) -> list[Entry]:
        """What `of` returns. Stores override this, since overriding `of` would hide the class of each kind."""
        return self.entries.get(kind, [])
