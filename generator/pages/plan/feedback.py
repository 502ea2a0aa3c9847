"""/ke-hoach/YEAR/phan-anh/: feedback notices, figures, published answers (II.7; NĐ 63/2010 Đ22)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.registers import FeedbackView
from generator.pages.page import Page
from generator.pages.plan.chart import bar, bars
from generator.pages.plan.parts import area_page, entry_page
from generator.schema.plan.areas import BY_KEY

AREA = "phản ánh"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The area's page and a page for every answer."""
    units = [unit for unit in catalogue.units.values() if unit.has_desk and unit.record.feedback]
    units.sort(key=lambda unit: unit.is_commune)
    results = [notice for notice in catalogue.notices if notice.record.unit]
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] not in plan.areas:
            continue
        periods = [(view, _chart(view)) for view in plan.feedback if not view.record.sample]
        samples = [(view, _chart(view)) for view in plan.feedback if view.record.sample]
        context = {
            "units": units, "periods": periods, "samples": samples, "notices": results,
            "answers": [view for view in plan.answers if not view.record.sample],
            "sample_answers": [view for view in plan.answers if view.record.sample],
        }  # fmt: skip
        yield area_page(plan, AREA, "plan-feedback.html", context, ("phản ánh kiến nghị", "kết quả xử lý"))
        for view in plan.answers:
            yield entry_page(
                plan,
                AREA,
                view,
                "plan-answer.html",
                view.record.title or view.slug,
                "Trả lời phản ánh, kiến nghị về quy định hành chính.",
                {},
            )


def _chart(view: FeedbackView) -> Markup:
    return bars(
        f"Phản ánh, kiến nghị theo đơn vị, {view.title}",
        ("Đã xử lý", "Đang xử lý"),
        [item for (name, _), row in view.rows for item in bar(name, row.done, row.open)],
    )
