"""The pocket card: where the desk is, when it is open, whom to call. Ten to an A4 sheet, to be cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.sheet import Sheet, once


def of_unit(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One sheet of cards."""
    yield Sheet(urls.sheet_card(unit.slug), "card", once(_data, unit, catalogue))


def _data(unit: UnitView, catalogue: Catalogue) -> dict[str, Any]:
    feedback = unit.record.feedback
    return {
        "title": f"Thẻ liên hệ – {unit.title}",
        "unit": unit.title,
        "desk": sheet_data.desk(unit),
        "feedback": sheet_data.known_or_blank(feedback.phone if feedback else None),
        "link": sheet_data.link(urls.unit(unit.slug), catalogue),
        "foot": sheet_data.footer(catalogue),
    }
