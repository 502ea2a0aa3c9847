"""The lists of sheets: of the whole site, of a unit, of one thing."""

from __future__ import annotations

from collections.abc import Iterator

import generator.outputs.sheets.kinds
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.outputs.sheets.sheet import Sheet
from generator.plugins import modules_in


def all_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """Every sheet of the site: units that receive dossiers, ended units, procedures in force, life events."""
    for unit in catalogue.units.values():
        if unit.has_desk and (unit is catalogue.home_unit or unit in catalogue.communes):
            yield from sheets_of("unit", unit, catalogue)
        elif unit.begun and not unit.active and (unit.is_commune or unit.is_district):
            yield from sheets_of("ended", unit, catalogue)
    for view in catalogue.in_force:
        yield from sheets_of("procedure", view, catalogue)
    for guide in catalogue.guides:
        yield from sheets_of("guide", guide, catalogue)


def unit_sheets(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """Everything one unit displays or distributes: its own sheets, those of its procedures, the leaflets."""
    yield from sheets_of("unit", unit, catalogue)
    for view in unit.procedures:
        yield from sheets_of("procedure", view, catalogue)
    for guide in catalogue.guides:
        if any(view in unit.procedures for _, own, together in guide.steps for view in (*own, *together)):
            yield from sheets_of("guide", guide, catalogue)


def sheets_of(what: str, thing: object, catalogue: Catalogue) -> Iterator[Sheet]:
    """The sheets of a unit, an ended unit, a procedure or a guide."""
    for module in modules_in(generator.outputs.sheets.kinds):
        render = getattr(module, f"of_{what}", None)
        if render:
            yield from render(thing, catalogue)
