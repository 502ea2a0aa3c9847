"""The sheet of an ended unit: what happened, and QR codes of its successors. Printed QR codes still lead there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors, describe_succession
from generator.catalogue.views import UnitView
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.sheet import Sheet, once


def of_ended(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One page at each address that the unit's sheets had."""
    data = once(_data, unit, catalogue)
    for address in (urls.sheet_board, urls.sheet_notice):
        yield Sheet(address(unit.slug, "a4"), "ended", data)
        yield Sheet(address(unit.slug, "a3"), "ended", data, a3=True)
    yield Sheet(urls.sheet_card(unit.slug), "ended", data)


def _data(unit: UnitView, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "title": f"{unit.title} không còn là nơi nhận hồ sơ",
        "story": describe_succession(unit),
        "successors": [
            {
                "name": successor.title,
                "desk": sheet_data.desk(successor)["name"],
                "link": sheet_data.link(successor.url, catalogue),
            }
            for successor in current_successors(unit)
        ],
        "foot": sheet_data.footer(catalogue),
        "pages": 1,
    }
