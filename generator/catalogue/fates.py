"""Joins content/fates.yml, which states what became of procedures, so that an old text is never mistaken for current
law."""

from __future__ import annotations

import datetime as dt

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionView
from generator.catalogue.views import ProcedureView
from generator.schema.fate import Fate

ENDED = ("được thay", "bãi bỏ")


def known_until(day: dt.date, present: dt.date | None) -> dt.date:
    """The day up to which what was seen in the register counts in a catalogue of `day`. present: the day of the present
    edition, which is read today: whatever has been seen since counts there, too, and its pages name the day."""
    return dt.date.max if present and day >= present else day


def has_ended(fate: Fate | None, day: dt.date) -> bool:
    """True if the procedure is known to have been replaced or abolished by `day`."""
    return bool(fate and fate.date and fate.date <= day and fate.now in ENDED)


def join_fate(view: ProcedureView, catalogue: Catalogue, *, outlived: bool) -> None:
    """Set what is known about `view` on the catalogue's day. A procedure that was replaced or abolished has ended,
    even if no version says by which document; a text older than the edition is marked. outlived: the site's unit no
    longer exists in this edition."""
    edition = catalogue.edition
    fate, day = catalogue.fates.get(view.code), known_until(catalogue.as_of, edition.present.day if edition else None)
    if fate and fate.date and fate.date <= day:
        view.fate = fate
        if view.state == "in_force" and has_ended(fate, day):
            view.state = "ended"
    view.text_day = older_text(view.since, edition)
    view.stale = view.text_day is not None
    view.outlived = view.stale and outlived


def older_text(since: dt.date | None, edition: EditionView | None) -> dt.date | None:
    """The day of the first edition if a text that holds since `since` is from there and `edition` is a later one."""
    if edition and edition.later and (since is None or since <= edition.first):
        return edition.first
    return None
