"""“Có gì thay đổi”: dated changes of a procedure and of the documents it is based on, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.history import grouped
from generator.catalogue.views import ProcedureView
from generator.pages.formatting import law_about, sentence

BEGUN = "Bắt đầu áp dụng"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line. day: None when unknown; document: number of the document that made the change."""

    day: dt.date | None
    text: str
    document: str = ""


def history(view: ProcedureView, catalogue: Catalogue) -> list[HistoryEntry]:
    """Amendments stated in the record, documents that amended or replaced its legal bases (up to the catalogue's day,
    and not before the procedure itself), and the day it took effect."""
    record = view.record
    since = record.validity.since if record.validity else None
    begun = since if isinstance(since, dt.date) else None
    entries = [
        HistoryEntry(change.date, sentence(change.note or change.part), change.document or "")
        for change in grouped(record.amendments)
    ]
    stated = {change.document for change in entries}
    for law, number, _ in view.laws:
        for how, others in (("sửa đổi", law.record.amended_by), ("thay", law.record.replaced_by)) if law else ():
            for other in others:
                later = catalogue.laws.get(other)
                day = later.record.since if later else None
                if (
                    later
                    and other not in stated
                    and isinstance(day, dt.date)
                    and (begun or dt.date.min) < day <= catalogue.as_of
                ):
                    stated.add(other)
                    about = law_about(later.record)
                    entries.append(
                        HistoryEntry(
                            day,
                            f"Văn bản mới {how} {number}, căn cứ của thủ tục" + (f": {about}" if about else ""),
                            other,
                        )
                    )
    if begun:
        entries.append(HistoryEntry(begun, BEGUN))
    return sorted(entries, key=lambda change: change.day or dt.date.max, reverse=True)
