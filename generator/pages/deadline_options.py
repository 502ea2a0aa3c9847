"""The time limits that the calculator of the result's day offers to choose from."""

from __future__ import annotations

from generator.pages.formatting import time_limit, time_of
from generator.schema.fees import TimeLimit
from generator.schema.procedure import Procedure


def limits(record: Procedure) -> list[tuple[str, TimeLimit]]:
    """(label, limit) for every limit that is a number with a unit; the same limit is offered once. An empty list when the law sets
    none or the record does not know it."""
    ways = [(f"Nộp {channel.kind}", time_of(record, channel)) for channel in record.channels if channel.kind]
    if not ways:
        ways = [("Thời hạn chung", record.time_limit)]
    cases = [(case.name or "", case.time_limit) for case in (record.dossier.cases if record.dossier else [])]
    answers = [(answer.text or "", answer.time_limit) for question in record.questions for answer in question.answers]
    found: dict[tuple[int, str], tuple[list[str], TimeLimit]] = {}
    for label, limit in (*ways, *cases, *answers):
        if isinstance(limit, TimeLimit) and limit.amount and limit.unit:
            names, _ = found.setdefault((limit.amount, limit.unit), ([], limit))
            names.append(label)
    return [(f"{time_limit(limit)}: {_joined(names)}", limit) for names, limit in found.values()]


def _joined(names: list[str]) -> str:
    return ", ".join([names[0], *(name[4:] if name.startswith("Nộp ") else name for name in names[1:])])
