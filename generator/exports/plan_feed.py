"""/ke-hoach/YEAR/atom.xml: what is new in a plan: documents, states of tasks and reviews, events, figures, answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan_areas import BY_KEY
from generator.catalogue.plan_view import PlanView
from generator.exports.changes import Change
from generator.exports.feeds import FEED, feed

MOST = 50


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """One feed a plan, drafts excepted."""
    for plan in catalogue.plans.values():
        if not plan.record.draft:
            found = [change for change in changes(plan) if change.date <= catalogue.as_of]
            newest = sorted(found, key=lambda change: (change.date, change.key), reverse=True)[:MOST]
            yield (
                f"{plan.url}{FEED}",
                feed(catalogue, plan.url, f"Kế hoạch kiểm soát thủ tục hành chính {plan.year}", newest),
            )


def changes(plan: PlanView) -> Iterator[Change]:
    """Everything of the plan that has a day, samples excepted."""
    base = f"ke-hoach/{plan.year}"
    for task in plan.tasks:
        for number, state in enumerate(task.progress):
            if state.date:
                title = f"Nhiệm vụ {task.record.number} {state.state}: {task.record.title}"
                yield Change(
                    state.date, f"{base}/nhiem-vu/{task.record.number}/{number}", title, state.note or "", task.url
                )
    for document in plan.documents:
        if isinstance(document.record.issued, dt.date) and not document.record.sample:
            yield Change(
                document.record.issued,
                f"{base}/van-ban/{document.slug}",
                document.title,
                document.record.summary or "",
                document.url,
            )
    for review in plan.reviews:
        for step in review.record.progress if not review.record.sample else ():
            if step.date:
                yield Change(
                    step.date,
                    f"{base}/ra-soat/{review.slug}/{step.state}",
                    f"Rà soát, {step.state}: {review.name}",
                    review.record.content or "",
                    review.url,
                )
    for event in plan.events:
        if event.record.start and not event.record.sample:
            yield Change(
                event.record.start, f"{base}/{event.slug}", event.record.name or "", event.record.text or "", event.url
            )
    for result in plan.results:
        if result.record.end and not result.record.sample:
            yield Change(
                result.record.end,
                f"{base}/mot-cua/{result.slug}",
                f"Kết quả giải quyết hồ sơ {result.record.title}",
                result.record.source or "",
                result.url,
            )
    for period in plan.feedback:
        if period.record.end and not period.record.sample:
            url = addresses.plan_area(plan.year, BY_KEY["phản ánh"].slug)
            yield Change(
                period.record.end,
                f"{base}/phan-anh/{period.slug}",
                f"Số liệu phản ánh, kiến nghị {period.record.title}",
                period.record.source or "",
                url,
            )
    for answer in plan.answers:
        if answer.record.answered and not answer.record.sample:
            yield Change(
                answer.record.answered,
                f"{base}/phan-anh/{answer.slug}",
                answer.record.title or "",
                answer.record.answer or "",
                answer.url,
            )
