"""/ke-hoach/YEAR/mot-cua/: one-stop desks and dossier statistics per period (II.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.registers import ResultView
from generator.pages.page import Page
from generator.pages.plan.chart import bar, bars
from generator.pages.plan.parts import area_page, entry_page
from generator.schema.plan.areas import BY_KEY
from generator.schema.plan.result import ResultRow

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
        over_time = [item for view in real for item in bar(view.title, *_parts(view.total))]
        context = {
            "desks": desks,
            "vertical": vertical,
            "results": real,
            "samples": samples,
            "targets": targets,
            "chart": bars(f"Hồ sơ đã giải quyết qua các kỳ năm {plan.year}", PARTS, over_time)
            if len(over_time) > 1
            else "",
        }
        yield area_page(
            plan, AREA, "plan-one-stop.html", context, ("kết quả giải quyết hồ sơ", "bộ phận một cửa", "ngành dọc")
        )
        for view in plan.results:
            title = f"Kết quả giải quyết hồ sơ {view.title}"
            yield entry_page(
                plan,
                AREA,
                view,
                "plan-result.html",
                title,
                "Tiếp nhận, trước hạn, đúng hạn, quá hạn, tỷ lệ trực tuyến của từng đơn vị.",
                {"charts": charts(view)},
            )


def charts(view: ResultView) -> list[tuple[str, Any]]:
    """(title, chart) of dossiers by outcome and by channel, per unit."""
    done = f"Hồ sơ đã giải quyết theo đơn vị, {view.title}"
    came = f"Hồ sơ tiếp nhận theo cách nộp, {view.title}"
    ways = [item for (name, _), row in view.rows for item in bar(name, row.online, row.counter)]
    ends = [item for (name, _), row in view.rows for item in bar(name, *_parts(row))]
    return [
        (done, bars(done, PARTS, ends)),
        (came, bars(came, ("Trực tuyến", "Trực tiếp, bưu chính"), ways)),
    ]


def _parts(row: ResultRow) -> tuple[int | None, int | None, int | None]:
    return row.early, row.on_time, row.late
