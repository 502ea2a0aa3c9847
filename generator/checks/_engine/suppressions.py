"""Suppressions that an editor wrote into a record (`bo_qua_kiem_tra`), each with a reason and a date."""

from __future__ import annotations

from generator.checks._engine.rule import is_suppressible
from generator.loading.store import Entry
from generator.problem import WARNING, Problem

KEY = "bo_qua_kiem_tra"
UNUSED = "TT-096"


def suppressions_of(entry: Entry) -> dict[str, int]:
    """Suppressed rule identifiers of this record with their index in the list. Entries without a reason or a date, or
    of a rule that is not suppressible, are ignored."""
    written = getattr(entry.record, "suppressions", None)
    if not written:
        return {}
    suppressed: dict[str, int] = {}
    for index, item in enumerate(written):
        if item.rule and item.reason and item.date and is_suppressible(item.rule):
            suppressed.setdefault(item.rule, index)
    return suppressed


def unused_suppressions(entry: Entry, suppressed: dict[str, int], matched: set[str]) -> list[Problem]:
    """A warning for every suppression that matches no finding any more."""
    return [
        entry.problem(
            UNUSED,
            WARNING,
            (KEY, index, "ma"),
            f"{id} không còn gặp ở hồ sơ này nên không cần bỏ qua nữa",
            "",
            "Xóa mục này.",
        )
        for id, index in suppressed.items()
        if id not in matched
    ]
