"""/ke-hoach/YEAR/{tap-huan,kiem-tra,truyen-thong,sang-kien}/: events of the plan.

Trainings, inspections, communication, initiatives (II.3, II.8–II.10)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.pages.plan.parts import area_page, entry_page
from generator.schema.plan.areas import COMMUNICATION, EVENT_AREAS, INITIATIVES, INSPECTION

# heading of an area's list, what is said while it is empty
LISTS = {
    "tập huấn": ("Hội nghị, lớp tập huấn", "Chưa có hội nghị, lớp tập huấn nào được ghi."),
    INSPECTION: ("Các cuộc kiểm tra", "Chưa có cuộc kiểm tra nào được ghi."),
    COMMUNICATION: ("Chuyên mục, tin, bài, tài liệu", "Chưa có chuyên mục, tin, bài nào được ghi."),
    INITIATIVES: ("Sáng kiến, giải pháp", "Chưa có sáng kiến nào được ghi."),
}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A list for each area, a page for each event."""
    for plan in catalogue.plans.values():
        for area in plan.areas:
            if area.key not in EVENT_AREAS:
                continue
            events = plan.events_of(area.key)
            heading, none_yet = LISTS[area.key]
            context = {
                "heading": heading,
                "none_yet": none_yet,
                "inspections": area.key == INSPECTION,
                "shows_notices": area.key == COMMUNICATION,
                "shows_processes": area.key == INITIATIVES,
                "events": [view for view in events if not view.record.sample],
                "samples": [view for view in events if view.record.sample],
            }
            yield area_page(plan, area.key, "plan-events.html", context, (area.key,))
            for view in events:
                yield entry_page(
                    plan,
                    area.key,
                    view,
                    "plan-event.html",
                    view.record.name or view.slug,
                    view.record.text or "",
                    {"area": area, "inspection": view.record.kind == INSPECTION},
                )
