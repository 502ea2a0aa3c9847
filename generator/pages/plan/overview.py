"""/ke-hoach/YEAR/ and /ke-hoach/YEAR/nhiem-vu/N/: the plan word for word, and each of its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.view import PlanView
from generator.pages.page import Page, SearchRecord
from generator.pages.plan.parts import plan_page
from generator.pages.plan.processes import listed
from generator.schema.plan.areas import BY_KEY


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The plans of all years with their tasks, and the list of years, which answers a shortened address as well."""
    if catalogue.plans:
        yield _years(catalogue)
    for plan in catalogue.plans.values():
        yield _whole(plan, several=len(catalogue.plans) > 1, processes=listed(catalogue))
        for task in plan.tasks:
            summary = task.record.summary or task.record.title or ""
            context = {"task": task, "area": BY_KEY.get(task.record.area or "")}
            title = task.record.title or ""
            yield plan_page(
                plan, task.url, "plan-task.html", f"{task.record.number}. {title}", summary, context, search_title=title
            )


def _whole(plan: PlanView, several: bool, processes: bool) -> Page:
    title = f"Kế hoạch kiểm soát thủ tục hành chính năm {plan.year}"
    page = plan_page(
        plan, plan.url, "plan.html", title, plan.record.title or "", {"processes": processes}, keywords=("kế hoạch",)
    )
    page.crumbs = [("Trang chủ", urls.HOME), *([("Kế hoạch các năm", urls.PLANS)] if several else [])]
    return page


def _years(catalogue: Catalogue) -> Page:
    years = [(plan.year, plan) for plan in catalogue.plans.values()]
    several = len(years) > 1
    pairs = [(first, second) for (first, _), (second, _) in zip(years, years[1:], strict=False)]
    return Page(
        url=urls.PLANS,
        template="plan-years.html",
        title="Kế hoạch các năm",
        description="Kế hoạch kiểm soát thủ tục hành chính của từng năm"
        + (", và so sánh hai năm liền nhau." if several else "."),
        context={"years": years, "pairs": pairs},
        section=catalogue.plan.url if catalogue.plan else "",
        crumbs=[("Trang chủ", urls.HOME)],
        search=SearchRecord("plan", "Kế hoạch các năm", keywords=["so sánh kế hoạch"]) if several else None,
    )
