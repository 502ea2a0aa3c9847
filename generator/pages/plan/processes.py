"""/quy-trinh/: internal processes of procedures (ISO 9001), step by step (II.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.formatting import time_of
from generator.pages.page import Page, SearchRecord
from generator.schema.plan.areas import BY_KEY
from generator.schema.plan.process import ProcessStep

HOURS = {"giờ làm việc": 1, "ngày làm việc": 8}
TITLE = "Quy trình nội bộ giải quyết thủ tục"


def listed(catalogue: Catalogue) -> bool:
    """True if there is a process, or a plan that asks for processes."""
    asked = any(task.record.area == "sáng kiến" for plan in catalogue.plans.values() for task in plan.tasks)
    return bool(catalogue.processes) or asked


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list and a page for each process."""
    if not listed(catalogue):
        return
    home = [("Trang chủ", urls.HOME)]
    summary = "Hồ sơ đi qua những bước nào trong cơ quan, ai làm, bao lâu."
    yield Page(
        url=urls.PROCESSES,
        template="plan-processes.html",
        title=TITLE,
        description=summary,
        context={"processes": catalogue.processes},
        section=catalogue.plan.url if catalogue.plan else "",
        crumbs=home,
        search=SearchRecord("plan", TITLE, summary=summary, keywords=["quy trình nội bộ", "ISO 9001"]),
        feed=_feed(catalogue),
    )
    for view in catalogue.processes:
        sample = bool(view.record.sample)
        limit = view.record.time_limit or (time_of(view.procedure.record) if view.procedure else None)
        yield Page(
            url=view.url,
            template="plan-process.html",
            title=f"Quy trình nội bộ: {view.name}",
            description=summary,
            context={"view": view, "limit": limit, "total": total(view.record.steps)},
            section=catalogue.plan.url if catalogue.plan else "",
            crumbs=[*home, (TITLE, urls.PROCESSES)],
            search=None
            if sample
            else SearchRecord("plan", f"Quy trình nội bộ: {view.name}", code=view.record.code or ""),
            indexed=not sample,
        )


def _feed(catalogue: Catalogue) -> tuple[str, str] | None:
    """The feed of the plan's area that asks for processes: it announces new ones."""
    plan, area = catalogue.plan, BY_KEY["sáng kiến"]
    if plan is None or plan.record.draft or area not in plan.areas:
        return None
    return f"{area.title}: có gì mới", f"{plan.area_url(area)}atom.xml"


def total(steps: Iterable[ProcessStep]) -> str:
    """Total time of the steps: `2 ngày 4 giờ làm việc`, `5 ngày`; empty when a time is missing or units differ."""
    times = [(step.amount, step.unit or "") for step in steps]
    units = {unit for amount, unit in times if amount}
    if any(amount is None for amount, _ in times) or not units:
        return ""
    if units == {"ngày"}:
        return f"{sum(amount or 0 for amount, _ in times)} ngày"
    if not units <= HOURS.keys():
        return ""
    days, hours = divmod(sum((amount or 0) * HOURS.get(unit, 0) for amount, unit in times), 8)
    return " ".join([f"{days} ngày"] * bool(days) + [f"{hours} giờ"] * bool(hours)) + " làm việc"
