"""/ke-hoach/YEAR/ra-soat/: the review list (II.2), and each procedure's form 02/RS-KSTT filled from its record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.formatting import money
from generator.pages.page import Page
from generator.pages.plan.parts import area_page, entry_page
from generator.pages.review_form import rows
from generator.schema.plan.areas import BY_KEY
from generator.schema.plan.review import STATES

AREA = "rà soát"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list and a form for every entry."""
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] not in plan.areas:
            continue
        real = [view for view in plan.reviews if not view.record.sample]
        counts = [(state, sum(view.state == state for view in real)) for state in STATES]
        samples = [view for view in plan.reviews if view.record.sample]
        context = {
            "reviews": real,
            "samples": samples,
            "counts": counts,
            "money": money,
            "saved": sum(view.saving.amount for view in real if view.saving),
        }
        yield area_page(plan, AREA, "plan-reviews.html", context, ("rà soát thủ tục", "đơn giản hóa", "02/RS-KSTT"))
        for view in plan.reviews:
            yield entry_page(
                plan,
                AREA,
                view,
                "plan-review.html",
                f"Biểu mẫu rà soát 02/RS-KSTT: {view.name}",
                f"Rà soát, đánh giá thủ tục “{view.name}” năm {plan.year}.",
                {"form": rows(view), "money": money},
            )
