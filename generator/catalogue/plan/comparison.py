"""Compares the plans of two years: tasks kept, added and dropped, and the differences in their text and in the other
parts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalogue.plan.reporting_dates import Period
from generator.catalogue.plan.view import PlanView, TaskView
from generator.schema.plan.plan import Plan
from generator.schema.plan.task import Activity
from generator.text.folding import fold


@dataclass(frozen=True, slots=True)
class TaskPair:
    """One task in both years, or in one of them. changes: (what, before, after); added, dropped: sentences that only
    one year has."""

    before: TaskView | None
    after: TaskView | None
    changes: tuple[tuple[str, str, str], ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """True if nothing but the year changed."""
        return bool(self.before and self.after) and not (self.changes or self.added or self.dropped)


@dataclass(frozen=True, slots=True)
class TextPair:
    """A part of the plan other than its tasks: the sentences that only one year has."""

    title: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """pairs: in the order of the later plan, dropped tasks last; periods: the reporting periods of both years side by
    side; texts: every part other than the tasks, in the plan's order."""

    before: PlanView
    after: PlanView
    pairs: tuple[TaskPair, ...]
    periods: tuple[tuple[Period | None, Period | None], ...]
    texts: tuple[TextPair, ...] = ()


def compare_plans(before: PlanView, after: PlanView) -> Comparison:
    """Compare two years. Tasks are paired if they have the same area, else the same title."""
    left = list(before.tasks)
    pairs = []
    for task in after.tasks:
        partner = next((old for old in left if _together(old, task)), None)
        if partner:
            left.remove(partner)
        pairs.append(_pair(partner, task, before.year, after.year))
    pairs += [TaskPair(task, None) for task in left]
    periods = [
        (_at(before.periods, at), _at(after.periods, at)) for at in range(max(len(before.periods), len(after.periods)))
    ]
    return Comparison(before, after, tuple(pairs), tuple(periods), tuple(_texts(before, after)))


def _texts(before: PlanView, after: PlanView) -> Iterator[TextPair]:
    """The preamble, parts I, III and IV, the closing and the recipients; parts are paired by their number."""
    old, new = dict(_around(before.record)), dict(_around(after.record))
    for title in dict.fromkeys((*new, *old)):
        added, dropped = _differences(old.get(title, []), new.get(title, []), before.year, after.year)
        yield TextPair(title, tuple(added), tuple(dropped))


def _around(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    yield "Căn cứ", _cut([*(part.text or "" for part in plan.preamble), plan.lead_in or ""])
    for part in plan.parts:
        if not part.has_tasks:
            yield (
                f"Phần {part.number or ''}",
                _cut([text for item in part.items for text in (item.title or "", *item.paragraphs)]),
            )
    yield "Kết luận", _cut([plan.closing or ""])
    yield "Nơi nhận", list(plan.recipients)


def _at(periods: list[Period], at: int) -> Period | None:
    return periods[at] if at < len(periods) else None


def _together(one: TaskView, other: TaskView) -> bool:
    if one.record.area and other.record.area:
        return one.record.area == other.record.area
    return fold(one.record.title or "") == fold(other.record.title or "")


def _pair(before: TaskView | None, after: TaskView, year: int, later: int) -> TaskPair:
    if before is None:
        return TaskPair(None, after)

    parts: list[tuple[str, Callable[[TaskView], str]]] = [
        ("Tên", lambda task: task.record.title or ""),
        ("Chủ trì", lambda task: task.record.lead.text or "" if task.record.lead else ""),
        ("Phối hợp", lambda task: task.record.partners.text or "" if task.record.partners else ""),
        ("Sản phẩm", lambda task: task.record.products.text or "" if task.record.products else ""),
        ("Thời gian", lambda task: task.record.timing.text or "" if task.record.timing else ""),
    ]
    changes = [
        (label, of(before), of(after))
        for label, of in parts
        if _without_year(of(before), year, later) != _without_year(of(after), year, later)
    ]
    added, dropped = _differences(list(_sentences(before)), list(_sentences(after)), year, later)
    return TaskPair(before, after, tuple(changes), tuple(added), tuple(dropped))


def _without_year(text: str, year: int, later: int) -> str:
    return re.sub(rf"\b({year}|{later})\b", "NĂM", re.sub(rf"\b({year - 1}|{later - 1})\b(?!\s*/)", "NĂM", text))


def _differences(old: list[str], new: list[str], year: int, later: int) -> tuple[list[str], list[str]]:
    """Sentences that only the later and only the earlier year has, ignoring the year itself."""
    added: list[str] = []
    dropped: list[str] = []
    matcher = difflib.SequenceMatcher(
        None,
        [_without_year(text, year, later) for text in old],
        [_without_year(text, year, later) for text in new],
        autojunk=False,
    )
    for word, a, b, c, d in matcher.get_opcodes():
        if word != "equal":
            dropped += old[a:b]
            added += new[c:d]
    return added, dropped


def _sentences(task: TaskView) -> Iterator[str]:
    for activity in task.record.activities:
        yield from _cut([activity.text or "", *activity.items] if isinstance(activity, Activity) else [activity])


def _cut(texts: list[str]) -> list[str]:
    """Split paragraphs into sentences."""
    return [sentence for text in texts for sentence in re.split(r"(?<=[.;:])\s+", text) if sentence]
