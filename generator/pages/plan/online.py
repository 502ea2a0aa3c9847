"""/ke-hoach/YEAR/truc-tuyen/: procedures by online level and field, and figures against their targets (II.6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.pages.plan.chart import ChartBar, bars
from generator.pages.plan.parts import area_page
from generator.schema.plan.areas import BY_KEY

AREA = "trực tuyến"
LEVELS = ("toàn trình", "một phần", "chưa trực tuyến")
TARGETS = ("dịch vụ công trực tuyến", "số hóa", "thanh toán trực tuyến")


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page a plan."""
    rows = []
    for field in catalogue.fields:
        if field.procedures:
            counts = [sum(view.record.online_level == level for view in field.procedures) for level in LEVELS]
            rows.append((field, counts, len(field.procedures) - sum(counts)))
    total = [sum(counts[at] for _, counts, _ in rows) for at in range(len(LEVELS))]
    unsaid = sum(rest for _, _, rest in rows)
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] not in plan.areas:
            continue
        drawn = [ChartBar(field.name, (counts[0], counts[1])) for field, counts, _ in rows if counts[0] or counts[1]]
        context = {
            "rows": rows, "total": total, "unsaid": unsaid,
            "targets": [view for view in plan.targets if view.record.area in TARGETS and not view.record.sample],
            "samples": [view for view in plan.targets if view.record.area in TARGETS and view.record.sample],
            "chart": bars("Số thủ tục làm được qua mạng theo lĩnh vực", ("Toàn trình", "Một phần"), drawn),
        }  # fmt: skip
        yield area_page(
            plan,
            AREA,
            "plan-online.html",
            context,
            ("dịch vụ công trực tuyến", "toàn trình", "số hóa", "thanh toán trực tuyến"),
        )
