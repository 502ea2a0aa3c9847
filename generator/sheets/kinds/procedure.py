"""The sheet of a procedure: facts, checklist by case, QR code (A4). It carries the number and date of the decision, because a
citizen may refuse what was not published (NĐ 63/2010 Đ21 k2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.model.dossier import Dossier, Paper
from generator.model.procedure import Procedure
from generator.pages import words
from generator.sheets import parts
from generator.sheets.letters import size_for
from generator.sheets.sheet import Sheet


def of_procedure(view: ProcedureView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One sheet; two pages or more only where the dossier is long."""
    record, dossier = view.record, view.record.dossier
    decision = record.decision
    facts = [
        ["Ai làm được", words.audience_summary(list(record.audiences))],
        ["Nộp ở đâu", record.receiving_place or words.MISSING],
        ["Cách nộp", _ways(record)],
        ["Khi nào", record.receiving_hours or words.MISSING],
        ["Bao lâu có kết quả", words.time_summary(record)],
        ["Phí, lệ phí", "\n".join(parts.fees(record))],
        ["Nhận được gì", "; ".join(result.name for result in record.results if result.name) or words.MISSING],
        ["Cơ quan giải quyết", record.deciding_agency or record.executing_agency or words.MISSING],
    ]
    groups = _groups(dossier) if dossier else []
    conditions = record.conditions
    data = {
        "title": view.name,
        "code": view.code,
        "authority": catalogue.site.authority or "",
        "decision": f"Quyết định công bố {decision.number or words.MISSING}, ngày {words.date(decision.date)}, {decision.body or ''}".rstrip(
            ", "
        )
        if decision
        else words.MISSING,
        "warning": "Hồ sơ chưa hoàn chỉnh, chỉ để tham khảo: hãy hỏi Bộ phận Một cửa trước khi đi."
        if view.problems
        else "",
        "facts": facts,
        "sets": f"{dossier.sets} bộ" if dossier and dossier.sets is not None else words.MISSING,
        "groups": groups,
        "lines": list(dossier.source_text) if dossier else [],
        "conditions": conditions if isinstance(conditions, list) else [words.said(conditions)],
        "bases": parts.bases(view),
        "link": parts.link(view.url, catalogue),
        "foot": parts.foot(catalogue),
    }
    yield Sheet(addresses.sheet_procedure(view.code), "procedure", data | {"size": size_for(data)})


def _ways(record: Procedure) -> str:
    """How it can be handed in (NĐ 63/2010 Đ8 k2 b), and whether online works."""
    kinds = list(dict.fromkeys(channel.kind for channel in record.channels if channel.kind))
    online = words.ONLINE.get(record.online_level or "", "")
    return ". ".join(filter(None, [words.sentence(", ".join(kinds)), online])) or words.MISSING


def _groups(dossier: Dossier) -> list[dict[str, Any]]:
    """The papers everybody needs, then those of each case."""
    found = (
        [{"name": "Ai cũng cần" if dossier.cases else "", "papers": _papers(dossier.papers)}] if dossier.papers else []
    )
    label = "Thêm nếu" if dossier.papers else "Trường hợp"
    return found + [{"name": f"{label}: {case.name or ''}", "papers": _papers(case.papers)} for case in dossier.cases]


def _papers(papers: list[Paper]) -> list[dict[str, Any]]:
    found = []
    for paper in papers:
        manner = {"xuất trình": "đưa xem rồi cầm về", "nộp": "nộp"}.get(paper.manner or "", "")
        more = [
            words.copies(paper.originals, paper.copies),
            manner,
            "chỉ khi nộp trực tiếp" if paper.in_person_only else "",
        ]
        found.append(
            {"name": paper.name or words.MISSING, "facts": ", ".join(filter(None, more)), "note": paper.note or ""}
        )
    return found
