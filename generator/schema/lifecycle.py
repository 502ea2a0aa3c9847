"""Whether a procedure is in force on a day (NĐ 63/2010 Đ14, Đ15 k3)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from generator.schema.periods import period
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


def is_tombstone(record: Procedure, day: dt.date) -> bool:
    """True for an abolished procedure: it keeps its name, code, abolishing document and day; nothing more is required
    (NĐ 63/2010 Đ15 k3)."""
    return record.abolition is not None and state_of(record, day) == "ended"
