"""Which record lives where: one line a kind. The first pattern that matches a path decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.agency import Agency
from generator.model.guide import Guide
from generator.model.handbook import Chapter
from generator.model.holidays import Holidays
from generator.model.law import Law
from generator.model.notice import Notice
from generator.model.overlay import Overlay
from generator.model.plan import Plan
from generator.model.plan_document import PlanDocument
from generator.model.plan_event import PlanEvent
from generator.model.plan_feedback import Answer, FeedbackPeriod
from generator.model.plan_process import Process
from generator.model.plan_result import Result
from generator.model.plan_review import Review
from generator.model.plan_target import Target
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.search_answers import Elsewhere, SeparatingQuestion
from generator.model.search_words import Abbreviation, Filler, OffTopic, Synonym, WordGroup
from generator.model.service_field import ServiceField
from generator.model.site import Site
from generator.model.task import Task
from generator.model.term import Term
from generator.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    name: used in the store and for schemas; label: Vietnamese; pattern: path below content/; many: the file is a
    list of records; markdown: front matter plus text, the text goes to the field with key `noi_dung`.
    """

    name: str
    label: str
    model: type[Record]
    pattern: re.Pattern[str]
    many: bool = False
    markdown: bool = False


def _kind(name: str, label: str, model: type[Record], pattern: str, **flags: bool) -> Kind:
    return Kind(name, label, model, re.compile(pattern), **flags)


KINDS: tuple[Kind, ...] = (
    _kind("site", "trang", Site, r"site\.ya?ml"),
    _kind("field", "lĩnh vực", ServiceField, r"fields\.ya?ml", many=True),
    _kind("agency", "cơ quan", Agency, r"agencies\.ya?ml", many=True),
    _kind("unit", "đơn vị", Unit, r"units/[^/]+\.ya?ml"),
    _kind("overlay", "lớp địa phương", Overlay, r"units/[^/]+/overlay/[^/]+\.ya?ml"),
    _kind("law", "văn bản", Law, r"laws/[^/]+\.ya?ml"),
    _kind("procedure", "thủ tục", Procedure, r"procedures/(?:[^/]+/)*[^/]+\.ya?ml"),
    _kind("plan", "kế hoạch", Plan, r"plan/\d{4}/plan\.ya?ml"),
    _kind("task", "nhiệm vụ", Task, r"plan/\d{4}/tasks/[^/]+\.ya?ml"),
    _kind("plan_document", "văn bản chỉ đạo", PlanDocument, r"plan/\d{4}/documents/[^/]+\.ya?ml"),
    _kind("review", "thủ tục rà soát", Review, r"plan/\d{4}/reviews/[^/]+\.ya?ml"),
    _kind("plan_event", "sự kiện của kế hoạch", PlanEvent, r"plan/\d{4}/events/[^/]+\.ya?ml"),
    _kind("result", "kết quả giải quyết hồ sơ", Result, r"plan/\d{4}/results/[^/]+\.ya?ml"),
    _kind("target", "chỉ tiêu", Target, r"plan/\d{4}/targets\.ya?ml", many=True),
    _kind("feedback_period", "số liệu phản ánh, kiến nghị", FeedbackPeriod, r"plan/\d{4}/feedback/[^/]+\.ya?ml"),
    _kind("answer", "trả lời phản ánh, kiến nghị", Answer, r"plan/\d{4}/answers/[^/]+\.ya?ml"),
    _kind("process", "quy trình nội bộ", Process, r"processes/[^/]+\.ya?ml"),
    _kind("guide", "hướng dẫn", Guide, r"guides/[^/]+\.md", markdown=True),
    _kind("notice", "tin", Notice, r"notices/[^/]+\.md", markdown=True),
    _kind("handbook", "chương sổ tay", Chapter, r"handbook/[^/]+\.md", markdown=True),
    _kind("term", "thuật ngữ", Term, r"glossary\.ya?ml", many=True),
    _kind("holidays", "ngày nghỉ", Holidays, r"holidays/\d{4}\.ya?ml"),
    _kind("synonym", "từ đồng nghĩa", Synonym, r"search/synonyms(-[a-z-]+)?\.ya?ml", many=True),
    _kind("abbreviation", "chữ viết tắt", Abbreviation, r"search/abbreviations\.ya?ml", many=True),
    _kind("word_group", "nhóm từ", WordGroup, r"search/groups\.ya?ml", many=True),
    _kind("filler", "chữ đưa đẩy", Filler, r"search/fillers\.ya?ml", many=True),
    _kind("off_topic", "chuyện ngoài thủ tục", OffTopic, r"search/off-topic\.ya?ml", many=True),
    _kind("elsewhere", "việc nơi khác giải quyết", Elsewhere, r"search/elsewhere\.ya?ml", many=True),
    _kind("question", "câu hỏi lại", SeparatingQuestion, r"search/questions\.ya?ml", many=True),
)
# what follows from the plan: registers, lists and figures (`plan` and `task` are the plan itself)
SEARCH = ("synonym", "abbreviation", "word_group", "filler", "off_topic", "elsewhere", "question")
REGISTERS = ("plan_document", "review", "plan_event", "result", "target", "feedback_period", "answer", "process")
BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(relative: str) -> Kind | None:
    """The kind of the file at `relative` (posix path below content/), or None when no kind lives there."""
    for kind in KINDS:
        if kind.pattern.fullmatch(relative):
            return kind
    return None
