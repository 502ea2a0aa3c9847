"""Every dated item of a plan, for its calendar page and the calendar feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue.plan.registers import EventView
from generator.catalogue.plan.view import AgencyDuties, PlanView


@dataclass(frozen=True, slots=True)
class PlanDate:
    """One day, or the days from `day` to `end`. kind: báo cáo, nhiệm vụ, rà soát, or the kind of an event; key: a
    stable identifier; note: further details; due: True for a deadline, False for an event."""

    day: dt.date
    key: str
    kind: str
    title: str
    note: str
    url: str
    end: dt.date | None = None
    due: bool = True


def plan_dates(plan: PlanView, duties: AgencyDuties | None = None) -> list[PlanDate]:
    """All dates of the plan in order; with `duties`, those of one agency (its tasks, reports, reviews, events)."""
    dates = [*_tasks(plan, duties), *_reports(plan, duties), *_reviews(plan, duties), *_events(plan, duties)]
    return sorted(dates, key=lambda item: (item.day, item.key))


def by_month(dates: Iterable[PlanDate]) -> list[tuple[int, int, list[PlanDate]]]:
    """(year, month, dates of the month) for every month in the range, also empty ones."""
    months: dict[tuple[int, int], list[PlanDate]] = {}
    for item in dates:
        months.setdefault((item.day.year, item.day.month), []).append(item)
    return [(year, month, items) for (year, month), items in sorted(months.items())]


def _tasks(plan: PlanView, duties: AgencyDuties | None) -> Iterator[PlanDate]:
    for task in duties.tasks if duties else plan.tasks:
        if task.due:
            title = f"Hạn nhiệm vụ {task.record.number}: {task.title}"
            note = (task.record.timing.text if task.record.timing else None) or ""
            yield PlanDate(task.due, f"{plan.year}/nhiem-vu/{task.record.number}", "nhiệm vụ", title, note, task.url)


def _reports(plan: PlanView, duties: AgencyDuties | None) -> Iterator[PlanDate]:
    if duties and not duties.reports:
        return
    receiver = (plan.record.reporting.receiver if plan.record.reporting else None) or "nơi nhận"
    for number, period in enumerate(plan.periods, 1):
        if period.due:
            note = f"Số liệu từ {period.start:%d/%m/%Y} đến hết {period.end:%d/%m/%Y}, gửi {receiver}."
            for other in plan.periods:
                if not other.due and other.end == period.end:
                    name = other.name[:1].lower() + other.name[1:]
                    note += (
                        f" Số liệu {name} (từ {other.start:%d/%m/%Y}) chốt cùng ngày; kế hoạch không nêu hạn gửi riêng."
                    )
            if period.send_by:
                note += f" Ngày này là {period.off}; ngày làm việc cuối cùng trước đó là {period.send_by:%d/%m/%Y}."
            yield PlanDate(
                period.due,
                f"{plan.year}/bao-cao/{number}",
                "báo cáo",
                f"Hạn báo cáo {period.name}",
                note,
                urls.plan_calendar(plan.year),
            )


def _reviews(plan: PlanView, duties: AgencyDuties | None) -> Iterator[PlanDate]:
    for view in plan.reviews:
        if view.record.due and not view.record.sample and (duties is None or view.agency is duties.agency):
            name = view.agency.name if view.agency else ""
            yield PlanDate(
                view.record.due,
                f"{plan.year}/ra-soat/{view.slug}",
                "rà soát",
                f"Hạn rà soát: {view.name}",
                name,
                view.url,
            )


def _events(plan: PlanView, duties: AgencyDuties | None) -> Iterator[PlanDate]:
    for view in plan.events:
        record = view.record
        if record.start and not record.sample and (duties is None or takes_part(view, duties)):
            note = ". ".join(filter(None, (record.place, record.text)))
            kind = record.kind or ""
            yield PlanDate(
                record.start, f"{plan.year}/{view.slug}", kind, record.name or "", note, view.url, record.end, due=False
            )


def takes_part(event: EventView, duties: AgencyDuties) -> bool:
    """True if an agency leads an event or is named in it, directly, through its group, or as a commune."""
    if event.lead is duties.agency:
        return True
    slugs = {duties.unit.slug if duties.unit else duties.agency.slug, *(group.slug for group in duties.agency.groups)}
    return bool(slugs & set(event.record.takers))
