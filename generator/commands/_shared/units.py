"""A unit named on the command line."""

from __future__ import annotations

import sys

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.views import UnitView
from generator.text.suggestions import suggest


def find_unit(catalogue: Catalogue, slug: str) -> UnitView | None:
    """The unit `slug` if it receives dossiers on the day; else None, after a message about its successors."""
    unit = catalogue.units.get(slug)
    slugs = [view.slug for view in catalogue.units.values() if view.has_desk]
    if unit is None:
        hint = suggest(slug, slugs) or f"Các đơn vị: {', '.join(slugs)}."
        print(f"tthc: không có đơn vị “{slug}”. {hint}", file=sys.stderr)
        return None
    if not unit.has_desk:
        story = " ".join(describe_succession(unit)) or "Đơn vị này không tiếp nhận hồ sơ vào ngày ấy."
        print(f"tthc: {unit.title} không nhận hồ sơ vào ngày {catalogue.as_of:%d/%m/%Y}. {story}", file=sys.stderr)
        return None
    return unit
