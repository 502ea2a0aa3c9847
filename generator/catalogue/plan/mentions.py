"""Where the text of a plan names an office outside its tasks: recipients of reports and copies, owners of targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue.plan.view import Mention, PlanView
from generator.catalogue.views import AgencyView
from generator.schema.plan.task import Activity, Task

FULL_TEXT = "#toan-van"


@dataclass(frozen=True, slots=True)
class _Place:
    """location: in words; url: page to read it on; text: the passage."""

    location: str
    url: str
    text: str


def mentions(plan: PlanView, agencies: Iterable[AgencyView]) -> dict[str, list[Mention]]:
    """Mentions by the agency's slug, in the plan's order, each place once. A longer name hides the shorter ones inside
    it, so “Văn phòng UBND tỉnh” does not name “UBND tỉnh”."""
    owner = {
        _plain(name): view.slug for view in agencies for name in (view.record.name, *view.record.other_names) if name
    }
    if not owner:
        return {}
    names = sorted(owner, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    by_slug: dict[str, list[Mention]] = {}
    for place in _places(plan):
        for slug in dict.fromkeys(owner[match[0]] for match in pattern.finditer(_plain(place.text))):
            by_slug.setdefault(slug, []).append(Mention(place.location, place.url, place.text))
    return by_slug


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _places(plan: PlanView) -> Iterator[_Place]:
    record, whole = plan.record, f"{plan.url}{FULL_TEXT}"
    for text in (*(part.text for part in record.preamble), record.lead_in):
        yield _Place("Phần căn cứ", whole, text or "")
    for part in record.parts:
        url = f"{plan.url}#phan-{(part.number or '').lower()}"
        if part.has_tasks:
            for task in plan.tasks:
                for text in _of_task(task.record):
                    yield _Place(
                        f"Nhiệm vụ {task.record.number}", urls.plan_task(plan.year, task.record.number or 0), text
                    )
        for item in part.items:
            where = f"Phần {part.number or ''}, mục {item.number}" if item.number else f"Phần {part.number or ''}"
            for text in (item.title, *item.paragraphs):
                yield _Place(where, url, text or "")
    yield _Place("Đoạn kết", whole, record.closing or "")
    for text in record.recipients:
        yield _Place("Nơi nhận", whole, text)


def _of_task(task: Task) -> Iterator[str]:
    for activity in task.activities:
        yield from (activity.text or "", *activity.items) if isinstance(activity, Activity) else (activity,)
    for part in (task.lead, task.partners, task.products, task.timing):
        if part and part.text:
            yield part.text
