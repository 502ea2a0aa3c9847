"""What lists, other pages and checks may see of a procedure: all but the texts that only its own page shows.

A page, an export or a rule that reaches for more fails at once, and mypy says so before: only the page and the sheet
of the procedure itself read the whole record."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from generator.schema.dossier import Case, Dossier, Form, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.packing import pack, unpack_all
from generator.schema.procedure import (
    Abolition,
    Amendment,
    Channel,
    Decision,
    LegalBasis,
    Procedure,
    Related,
    Validity,
)
from generator.schema.verification import Suppression, Verification


@dataclass(slots=True)
class ProcedureSummary:
    """The shared fields of a procedure, with the names and values of `Procedure`. channels: without their notes;
    time_limit: without its note; paper_doubts: why single papers or cases await confirmation; papers: names of those
    everybody needs; cases: how many have papers of their own; missing: letters of the parts a–g (NĐ 63/2010 Đ8 k2) that the record lacks."""

    code: str | None
    name: str | None
    popular_names: list[str]
    keywords: list[str]
    distinction: str | None
    field_name: str | None
    levels: list[str]
    kind: str | None
    summary: str | None
    decision: Decision | None
    validity: Validity | None
    amendments: list[Amendment]
    abolition: Abolition | None
    online_level: str | None
    sector: str | None
    channels: list[Channel]
    time_limit: TimeLimit | str | None
    fees: list[Fee] | str | None
    audiences: list[str]
    executing_agency: str | None
    receiving_place: str | None
    receiving_hours: str | None
    forms: list[Form] | str | None
    legal_bases: list[LegalBasis]
    related: list[Related]
    verification: Verification | None
    suppressions: list[Suppression]
    paper_doubts: list[str]
    papers: list[str]
    cases: int
    missing: str = ""


NAMES = tuple(field.name for field in fields(ProcedureSummary))
SHARED = NAMES[: NAMES.index("paper_doubts")]


def summarise(record: Procedure) -> ProcedureSummary:
    """The summary of a procedure."""
    return from_plain(to_plain(record))


def to_plain(record: Procedure) -> tuple[Any, ...]:
    """The summary of `record` as nested tuples, for `from_plain`."""
    values = []
    for name in SHARED:
        value = getattr(record, name)
        if name == "channels":
            value = [channel.model_copy(update={"note": None}) for channel in value]
        elif name == "time_limit" and isinstance(value, TimeLimit):
            value = value.model_copy(update={"note": None})
        values.append(pack(value, Procedure))
    dossier = record.dossier
    papers = [paper.name for paper in dossier.papers if paper.name] if dossier else []
    cases = len(dossier.cases) if dossier else 0
    texts = (pack(paper_doubts(dossier), Procedure), pack(papers, Procedure))
    return (*values, *texts, cases, "".join(missing_parts(record)))


def from_plain(values: tuple[Any, ...], shared: dict[Any, Any] | None = None) -> ProcedureSummary:
    """The summary from the tuples of `to_plain`. shared: see packing.unpack."""
    return ProcedureSummary(*unpack_all(values, Procedure, shared))


def paper_doubts(dossier: Dossier | None) -> list[str]:
    """Why single papers or cases await confirmation, each reason once."""
    if dossier is None:
        return []
    rows: list[Paper | Case] = [*dossier.papers, *dossier.cases, *(paper for case in dossier.cases for paper in case.papers)]
    return list(dict.fromkeys(row.unconfirmed for row in rows if row.unconfirmed))


def missing_parts(record: Procedure) -> list[str]:
    """Letters of the parts a–g (NĐ 63/2010 Đ8 k2) that the record lacks."""
    return [letter for letter, _, present in PARTS if not present(record)]


def _timed(record: Procedure) -> bool:
    limits = [record.time_limit, *(channel.time_limit for channel in record.channels)]
    return any(
        limit == "không quy định" or (isinstance(limit, TimeLimit) and bool(limit.amount and limit.unit))
        for limit in limits
    )


def _papers(record: Procedure) -> bool:
    dossier = record.dossier
    return bool(dossier and (dossier.papers or any(case.papers for case in dossier.cases)))


PARTS = (
    ("a", "tên", lambda record: bool(record.name)),
    ("b", "trình tự", lambda record: any(step.text for step in record.steps)),
    ("c", "cách thức", lambda record: any(channel.kind for channel in record.channels)),
    ("d", "hồ sơ", _papers),
    ("đ", "thời hạn", _timed),
    ("e", "đối tượng", lambda record: bool(record.audiences)),
    ("g", "cơ quan", lambda record: bool(record.executing_agency)),
)
