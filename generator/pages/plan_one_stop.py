"""/ke-hoach/YEAR/mot-cua/: one-stop desks and how dossiers were handled, period by period (II.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan_areas import BY_KEY
from generator.catalogue.plan_registers import ResultView
from generator.pages.page import Page
from generator.pages.plan_chart import Bar, bars
from generator.pages.plan_parts import above_entry, area_page, plan_page

AREA = "một cửa"
PARTS = ("Trước hạn", "Đúng hạn", "Quá hạn")


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Desks and periods on one page, and a page for each period."""
    desks = [unit for unit in catalogue.units.values() if unit.has_desk]
    desks.sort(key=lambda unit: unit.is_commune)
    vertical = [view for view in catalogue.in_force if "ngành dọc" in view.record.levels]
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] not in plan.areas:
            continue
        real = [view for view in plan.results if not view.record.sample]
        samples = [view for view in plan.results if view.record.sample]
        targets = [view for view in plan.targets if view.record.area == AREA and not view.record.sample]
        over_time = [Bar(view.record.title or "", _parts(view.total)) for view in real]
        context = {
            "desks": desks, "vertical": vertical, "results": real, "samples": samples, "targets": targets,
            "chart": bars(f"Hồ sơ đã giải quyết qua các kỳ năm {plan.year}", PARTS, over_time) if len(real) > 1 else "",
        }  # fmt: skip
        yield area_page(
            plan, AREA, "plan-one-stop.html", context, ("kết quả giải quyết hồ sơ", "bộ phận một cửa", "ngành dọc")
        )
        for view in plan.results:
            title = f"Kết quả giải quyết hồ sơ {view.record.title or view.slug}"
            yield plan_page(
                plan, view.url, "plan-result.html", title, "Tiếp nhận, trước hạn, đúng hạn, quá hạn, tỷ lệ trực tuyến của từng đơn vị.",
                {"view": view, "charts": charts(view)}, above=above_entry(plan, AREA), sample=bool(view.record.sample),
            )  # fmt: skip


def charts(view: ResultView) -> list[tuple[str, Any]]:
    """(title, drawing): how dossiers were finished, how they came in, by unit."""
    done = f"Hồ sơ đã giải quyết theo đơn vị, {view.record.title}"
    came = f"Hồ sơ tiếp nhận theo cách nộp, {view.record.title}"
    ways = [Bar(name, (row.online or 0, row.counter or 0)) for (name, _), row in view.rows]
    return [
        (done, bars(done, PARTS, [Bar(name, _parts(row)) for (name, _), row in view.rows])),
        (came, bars(came, ("Trực tuyến", "Trực tiếp, bưu chính"), ways)),
    ]


def _parts(row) -> tuple[int, int, int]:
    return row.early or 0, row.on_time or 0, row.late or 0
