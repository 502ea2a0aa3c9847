"""Findings that an editor set aside beside the record (`bo_qua_kiem_tra`), with a reason and a date."""

from __future__ import annotations

from generator.checks._engine.rule import all_rules
from generator.loading.store import Entry
from generator.problem import WARNING, Problem

KEY = "bo_qua_kiem_tra"
UNUSED = "TT-096"


def suppressions_of(entry: Entry) -> dict[str, int]:
    """Rule identifiers that are set aside in this record, with their place in the list. One without a reason or a
    date, or of a rule that may not be set aside, does not count."""
    written = getattr(entry.record, "suppressions", None)
    if not written:
        return {}
    allowed = {rule.id for rule in all_rules() if rule.suppressible}
    found: dict[str, int] = {}
    for index, item in enumerate(written):
        if item.rule in allowed and item.reason and item.date:
            found.setdefault(item.rule, index)
    return found


def unused_suppressions(entry: Entry, aside: dict[str, int], met: set[str]) -> list[Problem]:
    """Those that have nothing left to set aside, so that the list cleans itself."""
    return [
        entry.problem(
            UNUSED,
            WARNING,
            (KEY, index, "ma"),
            f"{id} không còn gặp ở hồ sơ này nên không cần bỏ qua nữa",
            "",
            "Xóa mục này.",
        )
        for id, index in aside.items()
        if id not in met
    ]
