"""Maps paths to kinds of records: one line per kind. The first pattern that matches a path decides."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache

from generator.schema.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    name: used in the store and for schemas; label: Vietnamese; source: module here and class of the record; path: an
    expression for the path below content/; many: the file is a list of records; markdown: front matter plus text, the text goes to the
    field with key `BODY_KEY`.
    """

    name: str
    label: str
    source: str
    path: str
    many: bool = False
    markdown: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """`path`, compiled on first use."""
        return _compiled(self.path)

    @property
    def model(self) -> type[Record]:
        """The record's class."""
        return _model(self.source)


@cache
def _compiled(path: str) -> re.Pattern[str]:
    return re.compile(r"\A" + path)  # only whole paths are compared: a search in a long text must not begin at every folder


@cache
def _model(source: str) -> type[Record]:
    """The class in `module.Class`, imported on first use: checking one file needs a handful of the thirty."""
    module, _, name = source.rpartition(".")
    model: type[Record] = getattr(importlib.import_module(f"generator.schema.{module}"), name)
    return model


KINDS: tuple[Kind, ...] = (
    Kind("site", "trang", "site.Site", r"site\.ya?ml"),
    Kind("site_version", "bản sửa đổi của trang", "version.SiteVersion", r"site@[^/]+\.ya?ml"),
    Kind("field", "lĩnh vực", "service_field.ServiceField", r"fields\.ya?ml", many=True),
    Kind("agency", "cơ quan", "agency.Agency", r"agencies\.ya?ml", many=True),
    Kind("unit", "đơn vị", "unit.Unit", r"units/[^/]+\.ya?ml"),
    Kind("overlay", "lớp địa phương", "overlay.Overlay", r"units/[^/]+/overlay/[^/]+\.ya?ml"),
    Kind("law", "văn bản", "law.Law", r"laws/[^/]+\.ya?ml"),
    Kind("official_list", "danh mục chính thức", "official_list.OfficialList", r"catalogue/[^/]+\.ya?ml"),
    Kind("procedure_version", "bản sửa đổi của thủ tục", "version.ProcedureVersion", r"procedures/(?:[^/]+/)*[^/]+@[^/]+\.ya?ml"),
    Kind("procedure", "thủ tục", "procedure.Procedure", r"procedures/(?:[^/]+/)*[^/]+\.ya?ml"),
    Kind("fate", "hiện trạng của thủ tục", "fate.Fate", r"fates\.ya?ml", many=True),
    Kind("quality_day", "số liệu chất lượng theo ngày", "quality_day.QualityDay", r"quality\.ya?ml", many=True),
    Kind("plan", "kế hoạch", "plan.plan.Plan", r"plan/\d{4}/plan\.ya?ml"),
    Kind("task", "nhiệm vụ", "plan.task.Task", r"plan/\d{4}/tasks/[^/]+\.ya?ml"),
    Kind("plan_document", "văn bản chỉ đạo", "plan.document.PlanDocument", r"plan/\d{4}/documents/[^/]+\.ya?ml"),
    Kind("review", "thủ tục rà soát", "plan.review.Review", r"plan/\d{4}/reviews/[^/]+\.ya?ml"),
    Kind("plan_event", "sự kiện của kế hoạch", "plan.event.PlanEvent", r"plan/\d{4}/events/[^/]+\.ya?ml"),
    Kind("result", "kết quả giải quyết hồ sơ", "plan.result.HandlingResult", r"plan/\d{4}/results/[^/]+\.ya?ml"),
    Kind("target", "chỉ tiêu", "plan.target.PlanTarget", r"plan/\d{4}/targets\.ya?ml", many=True),
    Kind("feedback_period", "số liệu phản ánh, kiến nghị", "plan.feedback.FeedbackPeriod", r"plan/\d{4}/feedback/[^/]+\.ya?ml"),
    Kind("answer", "trả lời phản ánh, kiến nghị", "plan.feedback.FeedbackAnswer", r"plan/\d{4}/answers/[^/]+\.ya?ml"),
    Kind("process", "quy trình nội bộ", "plan.process.Process", r"processes/[^/]+\.ya?ml"),
    Kind("guide_version", "bản sửa đổi của hướng dẫn", "version.GuideVersion", r"guides/[^/]+@[^/]+\.md", markdown=True),
    Kind("guide", "hướng dẫn", "guide.Guide", r"guides/[^/]+\.md", markdown=True),
    Kind("notice", "tin", "notice.Notice", r"notices/[^/]+\.md", markdown=True),
    Kind("handbook", "chương sổ tay", "handbook.Chapter", r"handbook/[^/]+\.md", markdown=True),
    Kind("removed", "bản ghi đã gỡ", "removed.RemovedRecord", r"removed\.ya?ml", many=True),
    Kind("term", "thuật ngữ", "term.GlossaryTerm", r"glossary\.ya?ml", many=True),
    Kind("holidays", "ngày nghỉ", "holidays.Holidays", r"holidays/\d{4}\.ya?ml"),
    Kind("synonym", "từ đồng nghĩa", "search_words.Synonym", r"search/synonyms(-[a-z-]+)?\.ya?ml", many=True),
    Kind("outside_question", "câu hỏi không thuộc thủ tục ở đây", "search_words.OutsideQuestions", r"search/outside(-[a-z-]+)?\.ya?ml", many=True),
    Kind("sample_question", "câu hỏi mẫu", "search_words.SampleQuestions", r"search/asked(-[a-z-]+)?\.ya?ml", many=True),
    Kind("abbreviation", "chữ viết tắt", "search_words.Abbreviation", r"search/abbreviations\.ya?ml", many=True),
    Kind("word_group", "nhóm từ", "search_words.WordGroup", r"search/groups\.ya?ml", many=True),
    Kind("filler", "chữ đưa đẩy", "search_words.Filler", r"search/fillers\.ya?ml", many=True),
    Kind("off_topic", "chuyện ngoài thủ tục", "search_words.OffTopic", r"search/off-topic\.ya?ml", many=True),
    Kind("elsewhere", "việc nơi khác giải quyết", "search_answers.Elsewhere", r"search/elsewhere\.ya?ml", many=True),
    Kind("question", "câu hỏi lại", "search_answers.SeparatingQuestion", r"search/questions\.ya?ml", many=True),
)
# registers, lists and figures of the plan (`plan` and `task` are the plan itself)
SEARCH = ("synonym", "sample_question", "outside_question", "abbreviation", "word_group", "filler", "off_topic", "elsewhere", "question")
REGISTERS = ("plan_document", "review", "plan_event", "result", "target", "feedback_period", "answer", "process")
BY_NAME = {kind.name: kind for kind in KINDS}
BODY_KEY = "noi_dung"  # of the text below the front matter of a Markdown file


def _folder(path: str) -> str:
    """The folder of content/ in a path or a kind's pattern, "" for content/ itself."""
    top, below, _ = path.replace("[^/]", "").partition("/")
    return top if below else ""


_BY_FOLDER: dict[str, list[Kind]] = {}
for _one in KINDS:
    _BY_FOLDER.setdefault(_folder(_one.path), []).append(_one)


def kind_of(relative: str) -> Kind | None:
    """The kind of the file at `relative` (posix path below content/), or None if no pattern matches."""
    for kind in _BY_FOLDER.get(_folder(relative), ()):
        if kind.pattern.fullmatch(relative):
            return kind
    return None
