"""/ke-hoach/YEAR/{tap-huan,kiem-tra,truyen-thong,sang-kien}/: events of the plan.

Trainings, inspections, communication, initiatives (II.3, II.8–II.10)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.pages.plan.parts import above_entry, area_page, plan_page
from generator.schema.plan.areas import EVENT_AREAS


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A list for each area, a page for each event."""
    for plan in catalogue.plans.values():
        for area in plan.areas:
            if area.key not in EVENT_AREAS:
                continue
            events = plan.events_of(area.key)
            context = {
                "events": [view for view in events if not view.record.sample],
                "samples": [view for view in events if view.record.sample],
            }
            yield area_page(plan, area.key, "plan-events.html", context, (area.key,))
            for view in events:
                yield plan_page(
                    plan,
                    view.url,
                    "plan-event.html",
                    view.record.name or view.slug,
                    view.record.text or "",
                    {"view": view, "area": area},
                    above=above_entry(plan, area.key),
                    sample=bool(view.record.sample),
                )
