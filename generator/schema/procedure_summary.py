"""The parts of a procedure that lists, other pages and checks may read: all except the texts that only its own page
shows.

A page, an export or a rule that accesses more fails at once, and mypy reports it earlier: only the page and the sheet
of the procedure itself read the whole record. A part of a summary is unpacked on first use, since most builds need a
few parts of most records."""

from __future__ import annotations

from typing import Any

from generator.schema.dossier import Case, Dossier, Form, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.packing import dump, load, pack, unpack
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


class PackedPart:
    """A list or a record that is part of a summary, as bytes; equal ones of all summaries are one object."""

    __slots__ = ("_value", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data

    def value(self, shared: dict[Any, Any]) -> Any:
        """The unpacked value, cached."""
        if not hasattr(self, "_value"):
            self._value = unpack(load(self.data), Procedure, shared)
        return self._value


class ProcedureSummary:
    """The shared fields of a procedure, with the names and values of `Procedure`. channels: without their notes;
    time_limit: without its note; paper_doubts, fee_doubts: why single papers or cases, single fees await confirmation;
    by_channel: which values (time, fee) are stated for single ways of filing; papers: names of those everybody needs;
    cases: how many have papers of their own; missing: letters of the parts a–g (NĐ 63/2010 Đ8 k2) that the record
    lacks; has_questions: there are some that lead to a case."""

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
    fee_doubts: list[str]
    by_channel: list[str]
    papers: list[str]
    cases: int
    missing: str
    has_questions: bool
    __slots__ = (*__annotations__, "_packed", "_shared")

    def __init__(self, packed: tuple[object, ...], shared: dict[Any, Any]) -> None:
        self._packed, self._shared = packed, shared

    def __getattr__(self, name: str) -> Any:
        """Called for parts that have no value yet."""
        if name not in AT:
            raise AttributeError(name)
        value = self._packed[AT[name]]
        if value.__class__ is PackedPart:
            value = value.value(self._shared)
        setattr(self, name, value)
        return value

    def packed(self, *names: str) -> tuple[object, ...]:
        """These parts as plain values, equal for equal parts, which takes less than unpacking them."""
        found = [self._packed[AT[name]] for name in names]
        return tuple([value.data if value.__class__ is PackedPart else value for value in found])

    def changed(self, values: dict[str, Any]) -> ProcedureSummary:
        """A copy with other values of some parts."""
        packed = list(self._packed)
        for name, value in values.items():
            packed[AT[name]] = _part(_dumped(value), self._shared)
        return ProcedureSummary(tuple(packed), self._shared)


NAMES = tuple(ProcedureSummary.__annotations__)
AT = {name: at for at, name in enumerate(NAMES)}
SHARED = NAMES[: NAMES.index("paper_doubts")]


def summarise(record: Procedure) -> ProcedureSummary:
    """The summary of a procedure."""
    return from_plain(to_plain(record), {})


def to_plain(record: Procedure, packed: tuple[object, ...] | None = None) -> tuple[object, ...]:
    """The summary of `record` as plain values, for `from_plain`: of lists and records the bytes. packed: the whole
    record as `pack` gives it, if known."""
    flat = dict(zip(record.declared, (packed or pack(record, Procedure))[1:], strict=True))
    flat["channels"] = pack([channel.model_copy(update={"note": None}) for channel in record.channels], Procedure)
    if isinstance(record.time_limit, TimeLimit):
        flat["time_limit"] = pack(record.time_limit.model_copy(update={"note": None}), Procedure)
    values = [_bytes(flat[name]) for name in SHARED]
    dossier = record.dossier
    papers = [paper.name for paper in dossier.papers if paper.name] if dossier else []
    cases = len(dossier.cases) if dossier else 0
    doubts = (_dumped(paper_doubts(dossier)), _dumped(fee_doubts(record)), _dumped(by_channel(record)))
    return (*values, *doubts, _dumped(papers), cases, "".join(missing_parts(record)), bool(record.questions))


def from_plain(values: tuple[object, ...], shared: dict[Any, Any]) -> ProcedureSummary:
    """The summary from the values of `to_plain`. shared: parts seen before (see packing.unpack)."""
    return ProcedureSummary(tuple([_part(value, shared) for value in values]), shared)


def _dumped(value: object) -> Any:
    return _bytes(pack(value, Procedure))


def _bytes(flat: object) -> Any:
    return dump(flat) if flat.__class__ is tuple else flat


def _part(value: object, shared: dict[Any, Any]) -> Any:
    if value.__class__ is not bytes:
        return shared.setdefault(value, value) if value.__class__ is str else value
    known = shared.get(value)
    if known is None:
        known = shared[value] = PackedPart(value)
    return known


def paper_doubts(dossier: Dossier | None) -> list[str]:
    """Why single papers or cases await confirmation, each reason once."""
    if dossier is None:
        return []
    rows: list[Paper | Case] = [*dossier.papers, *dossier.cases, *(paper for case in dossier.cases for paper in case.papers)]
    return list(dict.fromkeys(row.unconfirmed for row in rows if row.unconfirmed))


def fee_doubts(record: Procedure) -> list[str]:
    """Why single fees await confirmation, each reason once."""
    lists = (record.fees, *(channel.fees for channel in record.channels))
    rows: list[Fee] = [fee for fees in lists if isinstance(fees, list) for fee in fees]
    return list(dict.fromkeys(row.unconfirmed for row in rows if row.unconfirmed))


def by_channel(record: Procedure) -> list[str]:
    """Which values are stated for single ways of filing."""
    own = {"time": "time_limit", "fee": "fees"}
    return [value for value, name in own.items() if any(getattr(one, name) is not None for one in record.channels)]


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
