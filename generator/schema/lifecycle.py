"""Whether a procedure (NĐ 63/2010 Đ14, Đ15 k3) or a document is in force on a day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from generator.schema.law import Law
from generator.schema.periods import period
from generator.schema.plan.document import PlanDocument
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary

TOMBSTONE_KEYS = ("ma_thu_tuc", "ten_thu_tuc", "linh_vuc", "bai_bo")  # keys an abolished procedure still shows
State = Literal["in_force", "future", "ended"]


def state_of(record: Procedure | ProcedureSummary, day: dt.date) -> State:
    """`future` before its first day, `ended` after its last day or from the day it is abolished."""
    if record.abolition and (record.abolition.date is None or record.abolition.date <= day):
        return "ended"
    term = period(record.validity)
    if term.ended(day):
        return "ended"
    return "in_force" if term.began(day) else "future"


def law_ended(law: Law | PlanDocument, day: dt.date) -> bool:
    """True if a document is no longer in force on `day`: `until` is the first such day."""
    return law.until is not None and law.until <= day


def law_in_force(law: Law | PlanDocument, day: dt.date) -> bool | None:
    """True if a document is in force on `day`; None if its first day is not known."""
    if law_ended(law, day):
        return False
    return law.since <= day if isinstance(law.since, dt.date) else None


def is_tombstone(record: Procedure, day: dt.date) -> bool:
    """True for an abolished procedure: it keeps its name, code, abolishing document and day; nothing more is required
    (NĐ 63/2010 Đ15 k3)."""
    return record.abolition is not None and state_of(record, day) == "ended"
