"""/ke-hoach/YEAR/lich/: the reporting periods, and every date of the year by month."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.dates import by_month, plan_dates
from generator.pages.page import Page
from generator.pages.plan.parts import plan_page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The calendar of every plan."""
    for plan in catalogue.plans.values():
        yield plan_page(
            plan, urls.plan_calendar(plan.year), "plan-calendar.html", f"Lịch báo cáo năm {plan.year}",
            "Kỳ chốt số liệu, hạn gửi báo cáo và mọi ngày đến hạn của kế hoạch.",
            {"months": by_month(plan_dates(plan))}, keywords=("hạn báo cáo", "báo cáo quý", "lịch"),
        )  # fmt: skip
