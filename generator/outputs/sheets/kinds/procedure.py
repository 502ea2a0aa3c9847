"""The sheet of a procedure: facts, checklist by case, QR code (A4).

It carries the number and date of the decision, because a citizen may refuse requirements that were not published
(NĐ 63/2010 Đ21 k2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.catalogue.wording import wording
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.font_size import size_for
from generator.outputs.sheets.sheet import Sheet, once
from generator.pages import doubt_words, formatting
from generator.schema.dossier import Dossier, Paper
from generator.schema.procedure import Procedure


def of_procedure(view: ProcedureView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One sheet; two pages or more only where the dossier is long."""
    data = once(_data, view, catalogue)
    yield Sheet(urls.sheet_procedure(view.code), "procedure", data, shows=view.full_token.files)


def _data(view: ProcedureView, catalogue: Catalogue) -> dict[str, Any]:
    record = view.load()
    dossier = record.dossier

    def fact(label: str, text: str, value: str) -> list[str]:
        return [label, text + doubt_words.beside(view.doubts.beside(value))]

    results = "; ".join(result.name for result in record.results if result.name)
    facts = [
        fact("Ai làm được", formatting.audience_summary(list(record.audiences)), "who"),
        fact("Nộp ở đâu", formatting.with_year(view, record.receiving_place), "place"),
        fact("Cách nộp", _ways(record), "channels"),
        fact("Khi nào", record.receiving_hours or formatting.MISSING, ""),
        fact("Bao lâu có kết quả", formatting.time_summary(record), "time"),
        ["Phí, lệ phí", sheet_data.fees_with_doubt(view, record, doubt_words.beside(view.doubts.beside("fee")))],
        fact("Nhận được gì", results or formatting.MISSING, "result"),
        fact(
            "Cơ quan giải quyết",
            formatting.with_year(view, record.deciding_agency or record.executing_agency),
            "agency",
        ),
    ]
    groups = _groups(dossier) if dossier else []
    conditions = record.conditions
    data = {
        "title": view.name,
        "code": view.code,
        "authority": catalogue.site.authority or "",
        "decision": _decision(record),
        "warning": _warning(view, wording(catalogue).desk),
        "facts": facts,
        "sets": f"{dossier.sets} bộ" if dossier and dossier.sets is not None else formatting.MISSING,
        "groups": groups,
        "ask_papers": doubt_words.beside(view.doubts.as_a_whole("papers")),
        "ask_conditions": doubt_words.beside(view.doubts.beside("conditions")),
        "ask": [f"{names}: {doubt_words.explained(doubt)}" for names, doubt in doubt_words.grouped(view.doubts)],
        "lines": list(dossier.source_text) if dossier else [],
        "conditions": conditions if isinstance(conditions, list) else [formatting.text_or_missing(conditions)],
        "bases": sheet_data.bases(view),
        "link": sheet_data.link(view.url, catalogue),
        "foot": sheet_data.footer(catalogue),
    }
    return data | size_for(data)


def _warning(view: ProcedureView, desk: str) -> str:
    """The caveat about the whole sheet, empty if there is none. desk: the name of the filing desk."""
    if view.problems:
        return f"Hồ sơ chưa hoàn chỉnh, chỉ để tham khảo: hãy hỏi {desk} trước khi đi."
    doubt = view.doubts.of_text
    return f"{doubt.sentence} {formatting.sentence(doubt_words.ASK)}." if doubt else ""


def _decision(record: Procedure) -> str:
    decision = record.decision
    if not decision:
        return formatting.MISSING
    if not formatting.is_given(decision.number) and not isinstance(decision.date, dt.date):
        return "Chưa rõ quyết định công bố"
    return f"Quyết định công bố {formatting.decision(decision)}"


def _ways(record: Procedure) -> str:
    """How it can be submitted (NĐ 63/2010 Đ8 k2 b), and the online level."""
    kinds = list(dict.fromkeys(channel.kind for channel in record.channels if channel.kind))
    online = formatting.ONLINE.get(record.online_level or "", "")
    return ". ".join(filter(None, [formatting.sentence(", ".join(kinds)), online])) or formatting.MISSING


def _groups(dossier: Dossier) -> list[dict[str, Any]]:
    """The papers everybody needs, then those of each case."""
    groups = (
        [{"name": "Ai cũng cần" if dossier.cases else "", "papers": _papers(dossier.papers)}] if dossier.papers else []
    )
    label = "Thêm nếu" if dossier.papers else "Trường hợp"
    return groups + [
        {
            "name": f"{label}: {case.name or ''}" + (f" {doubt_words.MARK}" if case.unconfirmed else ""),
            "papers": _papers(case.papers),
        }
        for case in dossier.cases
    ]


def _papers(papers: list[Paper]) -> list[dict[str, Any]]:
    rows = []
    for paper in papers:
        manner = {"xuất trình": "đưa xem rồi cầm về", "nộp": "nộp"}.get(paper.manner or "", "")
        more = [
            formatting.copies(paper.originals, paper.copies),
            manner,
            "chỉ khi nộp trực tiếp" if paper.in_person_only else "",
        ]
        rows.append(
            {
                "name": (paper.name or formatting.MISSING) + (f" {doubt_words.MARK}" if paper.unconfirmed else ""),
                "facts": ", ".join(filter(None, more)),
                "note": paper.note or "",
            }
        )
    return rows
