"""/ke-hoach/YEAR/co-quan/…: “Việc của cơ quan tôi”: the printable duties of each agency and commune."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.dates import plan_dates, takes_part
from generator.catalogue.wording import wording
from generator.pages.page import Page
from generator.pages.plan.parts import plan_page
from generator.schema.plan.areas import REPORTING


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of agencies and a page for each."""
    for plan in catalogue.plans.values():
        title = f"Việc của cơ quan tôi năm {plan.year}"
        url = urls.plan_agencies(plan.year)
        yield plan_page(
            plan,
            url,
            "plan-agencies.html",
            title,
            f"Chọn cơ quan, {wording(catalogue).communes} để xem phải làm gì, khi nào, gửi báo cáo ngày nào.",
            {},
        )
        for duties in plan.all_duties:
            name = duties.agency.name
            context = {
                "duties": duties,
                "report_tasks": plan.tasks_of(REPORTING),
                "dates": plan_dates(plan, duties),
                "reviews": [view for view in plan.reviews if view.agency is duties.agency],
                "events": [event for event in plan.events if takes_part(event, duties)],
                "above_task": [
                    item
                    for part in plan.record.parts
                    if not part.has_tasks
                    for item in part.items
                    if not item.agencies and part.number == "III"
                ],
            }
            yield plan_page(
                plan,
                duties.url,
                "plan-agency.html",
                f"Việc của {name} năm {plan.year}",
                f"Nhiệm vụ chủ trì, phối hợp của {name} trong kế hoạch {plan.year}.",
                context,
                above=(("Việc của cơ quan tôi", url),),
                keywords=tuple(duties.agency.record.other_names),
            )
