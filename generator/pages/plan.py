"""/ke-hoach/YEAR/…: the plan word for word, its tasks, each agency's share, the reporting calendar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan_view import PlanView
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages of all plans."""
    for plan in catalogue.plans.values():
        yield from _plan_pages(plan)


def _plan_pages(plan: PlanView) -> Iterator[Page]:
    home = [("Trang chủ", addresses.HOME)]
    crumbs = home + [(f"Kế hoạch {plan.year}", plan.url)]
    yield Page(
        url=plan.url,
        template="plan.html",
        title=f"Kế hoạch kiểm soát thủ tục hành chính năm {plan.year}",
        description=plan.record.title or "",
        context={"plan": plan},
        section=plan.url,
        crumbs=home,
        search=SearchRecord("plan", f"Kế hoạch kiểm soát thủ tục hành chính năm {plan.year}", summary=plan.record.title or "", keywords=["kế hoạch"]),
    )
    for task in plan.tasks:
        yield Page(
            url=task.url,
            template="plan-task.html",
            title=f"{task.record.number}. {task.record.title or ''}",
            description=task.record.summary or task.record.title or "",
            context={"plan": plan, "task": task},
            section=plan.url,
            crumbs=crumbs,
            search=SearchRecord("plan", task.record.title or "", summary=task.record.summary or ""),
        )
    for duties in plan.agencies:
        yield Page(
            url=duties.url,
            template="plan-agency.html",
            title=f"Việc của {duties.agency.name} năm {plan.year}",
            description=f"Nhiệm vụ chủ trì, phối hợp của {duties.agency.name} trong kế hoạch {plan.year}.",
            context={"plan": plan, "duties": duties},
            section=plan.url,
            crumbs=crumbs,
            search=SearchRecord("plan", f"Việc của {duties.agency.name}", keywords=list(duties.agency.record.other_names)),
        )
    yield Page(
        url=addresses.plan_calendar(plan.year),
        template="plan-calendar.html",
        title=f"Lịch báo cáo năm {plan.year}",
        description="Kỳ chốt số liệu và hạn gửi báo cáo kiểm soát thủ tục hành chính.",
        context={"plan": plan},
        section=plan.url,
        crumbs=crumbs,
        search=SearchRecord("plan", f"Lịch báo cáo năm {plan.year}", keywords=["hạn báo cáo", "báo cáo quý"]),
    )
