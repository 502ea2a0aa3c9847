"""What changed and when, from the dated data of the records: the source of the feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.history import grouped
from generator.catalogue.views import NoticeView, ProcedureView
from generator.pages.formatting import sentence

MAX_ENTRIES = 50  # of a feed


@dataclass(frozen=True, slots=True)
class ContentChange:
    """One dated change. key: identifies the feed entry, so it must not depend on wording; url: below the site."""

    date: dt.date
    key: str
    title: str
    text: str
    url: str


def changes_of(view: ProcedureView, as_of: dt.date) -> Iterator[ContentChange]:
    """Begun, amended, ended: everything dated on one procedure up to `as_of`."""
    record = view.record
    since = record.validity.since if record.validity else None
    if isinstance(since, dt.date) and since <= as_of:
        yield ContentChange(since, f"{view.code}/tu", f"Bắt đầu áp dụng: {view.name}", record.summary or "", view.url)
    for number, change in enumerate(reversed(grouped(record.amendments))):
        if change.date and change.date <= as_of:
            basis = f" (theo {change.document})" if change.document else ""
            text = f"{sentence(change.note or change.part)}{basis}"
            yield ContentChange(
                change.date, f"{view.code}/sua-{number}", f"Có thay đổi: {view.name}", text, f"{view.url}#thay-doi"
            )
    end = record.abolition
    if end and end.date and end.date <= as_of:
        yield ContentChange(
            end.date,
            f"{view.code}/bai-bo",
            f"Đã bãi bỏ: {view.name}",
            f"Bãi bỏ theo {end.document or 'văn bản của cơ quan có thẩm quyền'}.",
            view.url,
        )


def newest(changes: Iterable[ContentChange], notices: Iterable[NoticeView]) -> list[ContentChange]:
    """The newest MAX_ENTRIES of these changes and notices, newest first."""
    entries = list(changes)
    for notice in notices:
        if notice.record.date:
            entries.append(
                ContentChange(
                    notice.record.date,
                    f"tin/{notice.slug}",
                    notice.record.title or notice.slug,
                    notice.record.summary or "",
                    notice.url,
                )
            )
    return sorted(entries, key=lambda change: (change.date, change.key), reverse=True)[:MAX_ENTRIES]
