"""The pocket card: where the desk is, when it is open, whom to call. Ten on an A4 sheet, to cut."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.sheets import parts
from generator.sheets.sheet import Sheet


def of_unit(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One sheet of cards."""
    feedback = unit.record.feedback
    data = {
        "title": f"Thẻ liên hệ – {unit.title}",
        "unit": unit.title,
        "desk": parts.desk(unit),
        "feedback": parts.known(feedback.phone if feedback else None),
        "link": parts.link(addresses.unit(unit.slug), catalogue),
        "foot": parts.foot(catalogue),
    }
    yield Sheet(addresses.sheet_card(unit.slug), "card", data)
