"""/ke-hoach/so-sanh/A-B/: the plans of two consecutive years side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.comparison import compare_plans
from generator.catalogue.plan.reporting_dates import Period
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page for each pair of consecutive years."""
    plans = list(catalogue.plans.values())
    for before, after in zip(plans, plans[1:], strict=False):
        title = f"So sánh kế hoạch {before.year} và {after.year}"
        draft = bool(before.record.draft or after.record.draft)
        yield Page(
            url=urls.plan_comparison(before.year, after.year),
            template="plan-compare.html",
            title=title,
            description="Nhiệm vụ nào giữ, thêm, bỏ; ai chủ trì, thời gian, kỳ báo cáo khác nhau chỗ nào.",
            context={"comparison": compare_plans(before, after), "period_name": period_name},
            section=after.url,
            crumbs=[("Trang chủ", urls.HOME), ("Kế hoạch các năm", urls.PLANS)],
            search=None if draft else SearchRecord("plan", title, keywords=["so sánh kế hoạch"]),
            indexed=not draft,
        )


def period_name(period: Period) -> str:
    """A reporting period without its year: `Quý I`; `Cả năm`."""
    name, slash, _ = (period.name or "").partition("/")
    return name if slash else "Cả năm"
