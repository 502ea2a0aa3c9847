"""Suppressions that an editor wrote into a record (`bo_qua_kiem_tra`), each with a reason and a date.

A suppression with `thong_bao` is for the finding with that message alone: another fault of the same rule, and another
value at the same place, are reported. Without it every finding of the rule is suppressed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks._engine.rule import is_suppressible
from generator.loading.entry import Entry
from generator.problem import WARNING, Problem

KEY = "bo_qua_kiem_tra"
UNUSED = "TT-096"
_DAY = r"\d\d/\d\d/\d{4}"


class WrittenSuppression(NamedTuple):
    """at: its place in the list of the record; message: of the finding, "" for all findings of the rule."""

    at: int
    rule: str
    message: str

    def covers(self, message: str, as_of: dt.date) -> bool:
        """True if a finding of the rule with this message is suppressed. The day of the check may differ from the one
        that was copied."""
        if not self.message:
            return True
        parts = " ".join(message.split()).rstrip(".").split(f"{as_of:%d/%m/%Y}")
        return re.fullmatch(_DAY.join(map(re.escape, parts)), self.message) is not None


def suppressions_of(entry: Entry) -> list[WrittenSuppression]:
    """The suppressions of this record. Those without a reason or a date, or of a rule that is not suppressible, are
    ignored."""
    return [
        WrittenSuppression(at, item.rule, " ".join((item.message or "").split()).rstrip("."))
        for at, item in enumerate(getattr(entry.record, "suppressions", None) or ())
        if item.rule and item.reason and item.date and is_suppressible(item.rule)
    ]


def noted(rule: str, message: str) -> str:
    """How a finding of a rule that the record suppresses is kept among what matched."""
    return f"{rule} {message}"


def unused_suppressions(entry: Entry, as_of: dt.date, matched: set[str]) -> Iterator[Problem]:
    """A warning for every suppression that covers no finding any more. One whose rule has an unsuppressed finding is
    left: that finding says so. matched: the rules that found something, and their findings as `noted`."""
    written = suppressions_of(entry)
    for one in written:
        messages = [text.partition(" ")[2] for text in matched if text.startswith(noted(one.rule, ""))]
        same = [other for other in written if other.rule == one.rule]
        if any(one.covers(message, as_of) for message in messages):
            continue
        if all(any(other.covers(message, as_of) for other in same) for message in messages):
            said = f"{one.rule} không còn gặp ở hồ sơ này nên không cần bỏ qua nữa"
            if messages:
                said = f"{one.rule} không còn lỗi có lời này ở hồ sơ nên không cần bỏ qua nữa"
            yield entry.problem(UNUSED, WARNING, (KEY, one.at, "ma"), said, "", "Xóa mục này.")
