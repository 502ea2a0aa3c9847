"""Atom feeds of a plan (/ke-hoach/YEAR/atom.xml) and of each of its areas, beside the area's page.

Entries: documents, states of tasks and reviews, events, figures, answers, processes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.view import PlanView
from generator.outputs.exports.changes import ContentChange
from generator.outputs.exports.feeds import FEED, feed
from generator.pages import plan as plan_pages
from generator.pages.formatting import text_or_missing
from generator.pages.plan.chart import number

MAX_ENTRIES = 50
NewsItem = tuple[str, ContentChange]  # (key of its area, the entry)


def inputs(catalogue: Catalogue) -> object:
    """The inputs; see pages/inputs.py."""
    return plan_pages.shared_inputs(catalogue)


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """A feed of the whole plan and one of each area, drafts excepted."""
    for plan in catalogue.plans.values():
        if plan.record.draft:
            continue
        news = [(area, change) for area, change in changes(plan, catalogue) if change.date <= catalogue.as_of]
        news.sort(key=lambda item: (item[1].date, item[1].key), reverse=True)
        name = f"Kế hoạch kiểm soát thủ tục hành chính {plan.year}"
        yield f"{plan.url}{FEED}", feed(catalogue, plan.url, name, [change for _, change in news][:MAX_ENTRIES])
        for area in plan.areas:
            area_changes = [change for key, change in news if key == area.key]
            url = plan.area_url(area)
            yield f"{url}{FEED}", feed(catalogue, url, f"{area.title} {plan.year}", area_changes[:MAX_ENTRIES])


def changes(plan: PlanView, catalogue: Catalogue) -> Iterator[NewsItem]:
    """Every dated item of the plan, samples excepted."""
    return chain(
        _tasks(plan),
        _documents(plan),
        _reviews(plan),
        _events(plan),
        _figures(plan),
        _answers(plan),
        _processes(plan, catalogue),
    )


def _tasks(plan: PlanView) -> Iterator[NewsItem]:
    for task in plan.tasks:
        for at, state in enumerate(task.progress):
            if state.date:
                title = f"Nhiệm vụ {task.record.number} {text_or_missing(state.state).lower()}: {task.title}"
                key = f"ke-hoach/{plan.year}/nhiem-vu/{task.record.number}/{at}"
                yield task.record.area or "", ContentChange(state.date, key, title, state.note or "", task.url)


def _documents(plan: PlanView) -> Iterator[NewsItem]:
    for view in plan.documents:
        if isinstance(view.record.issued, dt.date) and not view.record.sample:
            key = f"ke-hoach/{plan.year}/van-ban/{view.slug}"
            yield "chỉ đạo", ContentChange(view.record.issued, key, view.title, view.record.summary or "", view.url)


def _reviews(plan: PlanView) -> Iterator[NewsItem]:
    for view in plan.reviews:
        for step in view.record.progress if not view.record.sample else ():
            if step.date:
                key = f"ke-hoach/{plan.year}/ra-soat/{view.slug}/{step.state}"
                title = f"Rà soát, {step.state}: {view.name}"
                yield "rà soát", ContentChange(step.date, key, title, view.record.content or "", view.url)


def _events(plan: PlanView) -> Iterator[NewsItem]:
    for view in plan.events:
        if view.record.start and not view.record.sample:
            key = f"ke-hoach/{plan.year}/{view.slug}"
            yield (
                view.record.kind or "",
                ContentChange(view.record.start, key, view.record.name or "", view.record.text or "", view.url),
            )


def _figures(plan: PlanView) -> Iterator[NewsItem]:
    for result in plan.results:
        if result.record.end and not result.record.sample:
            key, title = (
                f"ke-hoach/{plan.year}/mot-cua/{result.slug}",
                f"Kết quả giải quyết hồ sơ {result.title}",
            )
            yield "một cửa", ContentChange(result.record.end, key, title, result.record.source or "", result.url)
    for period in plan.feedback:
        if period.record.end and not period.record.sample:
            key, title = (
                f"ke-hoach/{plan.year}/phan-anh/{period.slug}",
                f"Số liệu phản ánh, kiến nghị {period.title}",
            )
            url = next((plan.area_url(area) for area in plan.areas if area.key == "phản ánh"), plan.url)
            yield "phản ánh", ContentChange(period.record.end, key, title, period.record.source or "", url)
    areas = {task.record.number: task.record.area for task in plan.tasks}
    for at, target in enumerate(plan.targets):
        measure, key = target.latest, areas.get(target.record.task) or ""
        if measure and measure.date and not target.record.sample:
            url = next((plan.area_url(area) for area in plan.areas if area.key == key), plan.url)
            text = f"{number(measure.count)}/{number(measure.total)}. Nguồn: {text_or_missing(measure.source)}"
            name = f"ke-hoach/{plan.year}/chi-tieu/{at}/{measure.date}"
            yield key, ContentChange(measure.date, name, f"Số liệu chỉ tiêu: {target.title}", text, url)


def _answers(plan: PlanView) -> Iterator[NewsItem]:
    for view in plan.answers:
        if view.record.answered and not view.record.sample:
            key = f"ke-hoach/{plan.year}/phan-anh/{view.slug}"
            yield (
                "phản ánh",
                ContentChange(view.record.answered, key, view.record.title or "", view.record.answer or "", view.url),
            )


def _processes(plan: PlanView, catalogue: Catalogue) -> Iterator[NewsItem]:
    """Processes belong to no plan; each is listed in the year in which it began."""
    for view in catalogue.processes:
        if view.record.date and view.record.date.year == plan.year and not view.record.sample:
            title = f"Quy trình nội bộ: {view.name}"
            yield (
                "sáng kiến",
                ContentChange(view.record.date, f"quy-trinh/{view.slug}", title, view.record.document or "", view.url),
            )
