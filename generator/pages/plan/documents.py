"""/ke-hoach/YEAR/van-ban/: the register of directing documents (II.1), each document, and all focal officers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.pages.plan.parts import area_page, entry_page
from generator.schema.plan.areas import BY_KEY

AREA = "chỉ đạo"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The register with the officers, and a page for every document."""
    units = [unit for unit in catalogue.units.values() if unit.has_desk]
    units.sort(key=lambda unit: unit.is_commune)  # the district first, communes by name
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] not in plan.areas:
            continue
        yield area_page(
            plan, AREA, "plan-documents.html", {"units": units}, ("sổ văn bản", "cán bộ đầu mối", "công văn")
        )
        for view in plan.documents:
            tasks = [task for task in plan.tasks if task.record.number in view.record.tasks]
            yield entry_page(
                plan,
                AREA,
                view,
                "plan-document.html",
                view.title,
                view.record.summary or "",
                {"tasks": tasks},
            )
