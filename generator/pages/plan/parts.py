"""Constructors shared by the pages of a plan: breadcrumbs, feed and search record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator import urls
from generator.catalogue.plan.view import PlanView, TaskView
from generator.pages.page import Context, Page, SearchRecord, resolve
from generator.pages.plan.chart import added, number, percent, share
from generator.schema.plan.areas import BY_KEY, REPORTING


class HasState(Protocol):
    """A task, or a line of the overview."""

    @property
    def state(self) -> str: ...


def timing(task: TaskView) -> str:
    """When a task is done, as the plan says it."""
    if task.record.timing:
        return task.record.timing.text or ""
    return "Theo kỳ báo cáo" if task.record.area == REPORTING else "Kế hoạch không nêu riêng"


def common_state(rows: Sequence[HasState]) -> str:
    """The state that several tasks share, which a page then says once; empty if they differ or there is only one."""
    states = {row.state for row in rows}
    return states.pop() if len(states) == 1 and len(rows) > 1 else ""


# what every template may call
HELPERS = {
    "number": number,
    "percent": percent,
    "share": share,
    "added": added,
    "timing": timing,
    "common_state": common_state,
}


def plan_page(
    plan: PlanView,
    url: str,
    template: str,
    title: str,
    description: str,
    context: Context,
    *,
    above: tuple[tuple[str, str], ...] = (),
    keywords: tuple[str, ...] = (),
    sample: bool = False,
    found: bool = True,
    called: str = "",
) -> Page:
    """A page below the plan of a year. above: pages between the plan and this one; sample: an example for editors, kept
    out of every search, like a draft's pages; found: False keeps it out of the site's own search alone; called: its
    name there."""
    hidden = sample or bool(plan.record.draft)
    return Page(
        url=url,
        template=template,
        title=title,
        description=description,
        context=lambda: {"plan": plan, **resolve(context)},
        section=plan.url,
        crumbs=[("Trang chủ", urls.HOME), (f"Kế hoạch {plan.year}", plan.url), *above],
        search=None
        if hidden or not found
        else SearchRecord("plan", called or title, summary=description, keywords=list(keywords)),
        indexed=not hidden,
        feed=None if plan.record.draft else (f"Kế hoạch {plan.year}: có gì mới", f"{plan.url}atom.xml"),
    )


def area_page(
    plan: PlanView, key: str, template: str, context: Context | None = None, keywords: tuple[str, ...] = ()
) -> Page:
    """The page of one of the plan's areas."""
    area = BY_KEY[key]
    title = f"{area.title} năm {plan.year}"
    page = plan_page(
        plan,
        plan.area_url(area),
        template,
        title,
        area.summary,
        lambda: {"area": area, **resolve(context or {})},
        keywords=keywords,
    )
    page.feed = page.feed and (f"{area.title}: có gì mới", f"{page.url}atom.xml")
    return page


def above_entry(plan: PlanView, key: str) -> tuple[tuple[str, str], ...]:
    """The breadcrumbs between the plan and an entry of an area's list."""
    area = BY_KEY[key]
    return ((area.title, plan.area_url(area)),)
