"""/ke-hoach/YEAR/tien-do/: the tasks and reviews of the plan with their states.

A script filters by agency, month and state; without it the same filters are links: the agency's page,
/tien-do/thang-N/ and /tien-do/trang-thai/STATE/."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.dates import PlanDate, plan_dates
from generator.catalogue.plan.view import UNRECORDED, PlanView, TaskView
from generator.pages.page import Page
from generator.pages.plan.parts import plan_page
from generator.schema.plan.task import Timing
from generator.text.alphabet import sort_key
from generator.text.slugs import slug

MONTHS = list(range(1, 13))


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One line: agencies: slugs; months: 1 to 12."""

    kind: str
    title: str
    url: str
    agencies: tuple[str, ...]
    months: tuple[int, ...]
    state: str
    time: str
    who: str
    due: dt.date | None = None


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The overview of every plan."""
    for plan in catalogue.plans.values():
        rows = [*_tasks(plan), *_reviews(plan)]
        states = sorted({row.state for row in rows}, key=lambda state: (state == UNRECORDED, sort_key(state)))
        named = {slug for row in rows for slug in row.agencies}
        offices = [duties for duties in plan.all_duties if duties.agency.slug in named]
        yield plan_page(
            plan,
            urls.plan_progress(plan.year),
            "plan-progress.html",
            f"Tiến độ kế hoạch {plan.year}",
            "Việc nào đến đâu, lọc theo cơ quan, tháng, trạng thái.",
            {"rows": rows, "states": states, "offices": offices, "months": MONTHS, "state_url": state_url(plan)},
            keywords=("tiến độ",),
        )
        dates = [item for item in plan_dates(plan) if item.day.year == plan.year]
        for month in MONTHS:
            chosen = [row for row in rows if month in row.months]
            yield _choice(
                plan,
                urls.plan_month(plan.year, month),
                f"Việc trong tháng {month}/{plan.year}",
                chosen,
                [item for item in dates if item.day.month == month],
            )
        for state in states:
            chosen = [row for row in rows if row.state == state]
            yield _choice(plan, state_url(plan)(state), f"Việc có trạng thái “{state}” năm {plan.year}", chosen, [])


def state_url(plan: PlanView) -> Callable[[str], str]:
    """The address of the list of one state."""
    return lambda state: urls.plan_state(plan.year, slug(state))


def _choice(plan: PlanView, url: str, title: str, rows: list[ProgressRow], dates: list[PlanDate]) -> Page:
    """A filtered list. Kept out of the site's search, which has each task itself."""
    above = (("Tiến độ", urls.plan_progress(plan.year)),)
    summary = f"{len(rows)} việc của kế hoạch năm {plan.year}."
    return plan_page(
        plan, url, "plan-choice.html", title, summary, {"rows": rows, "dates": dates}, above=above, search_title=None
    )


def _tasks(plan: PlanView) -> Iterator[ProgressRow]:
    for task in plan.tasks:
        report = task.record.area == "báo cáo"
        slugs = tuple(
            duties.agency.slug for duties in plan.all_duties if task in duties.tasks or (report and duties.reports)
        )
        unsaid = "Theo kỳ báo cáo" if report else "Kế hoạch không nêu riêng thời gian"
        time = (task.record.timing.text if task.record.timing else None) or unsaid
        who = "; ".join(agency.name for agency in task.lead) or "kế hoạch không nêu riêng"
        yield ProgressRow(
            "Nhiệm vụ",
            f"{task.record.number}. {task.title}",
            task.url,
            slugs,
            _months(plan, task),
            task.state,
            time,
            who,
            task.due,
        )


def _months(plan: PlanView, task: TaskView) -> tuple[int, ...]:
    """The months of a task; for reporting, those of its deadlines."""
    if task.record.area == "báo cáo" and plan.periods:
        return tuple(sorted({period.due.month for period in plan.periods if period.due}))
    return months(task.record.timing, plan.year)


def months(timing: Timing | None, year: int) -> tuple[int, ...]:
    """From the first to the last month of a task, within the year; all of them when no dates are given."""
    if timing is None or timing.end is None:
        return tuple(MONTHS)
    first = timing.start.month if timing.start and timing.start.year == year else 1
    last = timing.end.month if timing.end.year == year else 12
    return tuple(range(first, last + 1))


def _reviews(plan: PlanView) -> Iterator[ProgressRow]:
    for view in plan.reviews:
        if not view.record.sample:
            agency = view.agency.slug if view.agency else ""
            due = view.record.due
            time = f"Trước ngày {due:%d/%m/%Y}" if due else ""
            yield ProgressRow(
                "Rà soát",
                view.name,
                view.url,
                (agency,),
                (due.month,) if due else tuple(MONTHS),
                view.state or UNRECORDED,
                time,
                view.agency.name if view.agency else "",
                due,
            )
