"""Part IV of form 02/RS-KSTT: each part of the procedure, from its record, with the review's finding and proposal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from generator.catalogue.plan.registers import ReviewView
from generator.pages import formatting
from generator.schema.dossier import Paper
from generator.schema.plan.review import Part
from generator.schema.procedure import Procedure


@dataclass(frozen=True, slots=True)
class FormRow:
    """now: the part as in the record, empty without a procedure; finding, proposal: empty until reviewed."""

    part: str
    now: tuple[str, ...]
    finding: str = ""
    proposal: str = ""


def rows(view: ReviewView) -> list[FormRow]:
    """All eleven parts when the procedure is known, in the form's order; else those that the review covers."""
    reviewed = {part.part: part for part in view.record.parts}
    record = view.procedure.load() if view.procedure else None
    result = []
    for name in get_args(Part):
        review = reviewed.get(name)
        if record or review:
            now = tuple(line for line in NOW[name](record) if line) if record else ()
            result.append(
                FormRow(
                    name, now, (review.finding if review else None) or "", (review.proposal if review else None) or ""
                )
            )
    return result


def _listed(value: object, lines: Callable[[list[Any]], list[str]]) -> list[str]:
    """A part that is a list, `không` or `chưa rõ`."""
    if isinstance(value, list):
        return lines(value)
    return [formatting.text_or_missing(value if isinstance(value, str) else None)]


def _papers(record: Procedure) -> list[str]:
    dossier = record.dossier
    if dossier is None:
        return [formatting.MISSING]
    lines = [f"{dossier.sets} bộ" if dossier.sets else "", *map(_paper, dossier.papers)]
    for case in dossier.cases:
        lines += [f"{formatting.text_or_missing(case.name)}: {_paper(paper)}" for paper in case.papers]
    return lines


def _paper(paper: Paper) -> str:
    copies = formatting.copies(paper.originals, paper.copies)
    return f"{formatting.text_or_missing(paper.name)} ({paper.manner or 'nộp'}{': ' + copies if copies else ''})"


NOW: dict[str, Callable[[Procedure], list[str]]] = {
    "tên thủ tục": lambda record: [record.name or formatting.MISSING],
    "trình tự thực hiện": lambda record: [
        f"{at}. {formatting.text_or_missing(step.text)}" for at, step in enumerate(record.steps, 1)
    ],
    "cách thức thực hiện": lambda record: [formatting.sentence(channel.kind) for channel in record.channels],
    "thành phần, số lượng hồ sơ": _papers,
    "thời hạn giải quyết": lambda record: [formatting.time_summary(record)],
    "đối tượng thực hiện": lambda record: [formatting.audience_summary(list(record.audiences))],
    "cơ quan thực hiện": lambda record: [record.executing_agency or formatting.MISSING],
    "phí, lệ phí": lambda record: [formatting.fee_summary(formatting.fees_of(record))],
    "mẫu đơn, tờ khai": lambda record: _listed(record.forms, lambda forms: [form.name or "" for form in forms]),
    "yêu cầu, điều kiện": lambda record: _listed(
        record.conditions, lambda conditions: [str(one) for one in conditions]
    ),
    "kết quả thực hiện": lambda record: [result.name or "" for result in record.results],
}
