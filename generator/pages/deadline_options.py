"""The time limits offered by the due date calculator."""

from __future__ import annotations

from generator.pages.formatting import time_limit, time_of
from generator.schema.fees import TimeLimit
from generator.schema.procedure import Procedure


def limits(record: Procedure) -> list[tuple[str, TimeLimit]]:
    """(label, limit) for every limit with an amount and a unit, without duplicates. Empty when the law sets no limit
    or the record has none."""
    ways = [(f"Nộp {channel.kind}", time_of(record, channel)) for channel in record.channels if channel.kind]
    if not ways:
        ways = [("Thời hạn chung", record.time_limit)]
    cases = [(case.name or "", case.time_limit) for case in (record.dossier.cases if record.dossier else [])]
    answers = [(answer.text or "", answer.time_limit) for question in record.questions for answer in question.answers]
    options: dict[tuple[int, str], tuple[list[str], TimeLimit]] = {}
    for label, limit in (*ways, *cases, *answers):
        if isinstance(limit, TimeLimit) and limit.amount and limit.unit:
            names, _ = options.setdefault((limit.amount, limit.unit), ([], limit))
            names.append(label)
    return [(f"{time_limit(limit)}: {_joined(names)}", limit) for names, limit in options.values()]


def _joined(names: list[str]) -> str:
    return ", ".join([names[0], *(name[4:] if name.startswith("Nộp ") else name for name in names[1:])])
