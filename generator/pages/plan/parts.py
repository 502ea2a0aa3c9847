"""Constructors shared by the pages of a plan: breadcrumbs, feed and search record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from generator import urls
from generator.catalogue.plan.view import PlanView, TaskView
from generator.pages.page import Context, Page, SearchRecord, Values, resolve
from generator.pages.plan.chart import added, number, percent, share
from generator.schema.plan.areas import BY_KEY, REPORTING


class HasState(Protocol):
    """A task, or a line of the overview."""

    @property
    def state(self) -> str: ...


class AreaEntry(Protocol):
    """A document, an event, a review, an answer, or the results of a period."""

    @property
    def url(self) -> str: ...

    @property
    def record(self) -> Any: ...


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
    search_title: str | None = "",
) -> Page:
    """A page below the plan of a year; a draft's pages are kept out of every search. above: pages between the plan and
    this one; search_title: its name in the site's own search, "" for its title, None to keep it out of there."""
    draft = bool(plan.record.draft)
    return Page(
        url=url,
        template=template,
        title=title,
        description=description,
        context=lambda: {"plan": plan, **resolve(context)},
        section=plan.url,
        crumbs=[("Trang chủ", urls.HOME), (f"Kế hoạch {plan.year}", plan.url), *above],
        search=None
        if draft or search_title is None
        else SearchRecord("plan", search_title or title, summary=description, keywords=list(keywords)),
        indexed=not draft,
        feed=None if draft else (f"Kế hoạch {plan.year}: có gì mới", f"{plan.url}atom.xml"),
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


def entry_page(
    plan: PlanView, key: str, view: AreaEntry, template: str, title: str, description: str, values: Values
) -> Page:
    """The page of one entry of an area's list; a sample, which is there for editors, is kept out of every search."""
    area = BY_KEY[key]
    above = ((area.title, plan.area_url(area)),)
    page = plan_page(plan, view.url, template, title, description, {"view": view, **values}, above=above)
    if view.record.sample:
        page.search, page.indexed = None, False
    return page
