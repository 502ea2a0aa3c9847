"""What answers where a sheet of a unit stood that has ended: what happened, and codes of the units that came after it. A code on a
board that still hangs somewhere leads there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.reorganisation import heirs, what_happened
from generator.catalogue.views import UnitView
from generator.sheets import parts
from generator.sheets.sheet import Sheet


def of_ended(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """One page under each address that the unit's sheets had."""
    data = {
        "title": f"{unit.title} không còn là nơi nhận hồ sơ",
        "story": what_happened(unit),
        "heirs": [
            {"name": heir.title, "desk": parts.desk(heir)["name"], "link": parts.link(heir.url, catalogue)}
            for heir in heirs(unit)
        ],
        "foot": parts.foot(catalogue),
    }
    sized = [
        (address(unit.slug, size), size)
        for address in (addresses.sheet_board, addresses.sheet_notice)
        for size in ("a4", "a3")
    ]
    for path, size in [*sized, (addresses.sheet_card(unit.slug), "a4")]:
        yield Sheet(path, "ended", data | {"paper": size})
