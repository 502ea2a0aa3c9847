"""The data of a sheet before typesetting, and the list of all sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import generator.outputs.sheets.kinds
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.plugins import modules_in


@dataclass(frozen=True, slots=True)
class Sheet:
    """path: below the site, ends with .pdf; template: in templates/, without .typ; make: returns its data; a3: as the
    sheet of the same data on A4, enlarged; shows: records that it shows as a whole, by their file below the content
    folder. Sheets of the same data have the same `make`."""

    path: str
    template: str
    make: Callable[[], dict[str, Any]]
    a3: bool = False
    shows: tuple[str, ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """JSON for the template."""
        return self.make()


def once(make: Callable[..., dict[str, Any]], *arguments: Any) -> Callable[[], dict[str, Any]]:
    """A function that returns the data that `make` returns for these arguments, computed on first use."""
    return cache(partial(make, *arguments))


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


def sheets_of(what: str, thing: Any, catalogue: Catalogue) -> Iterator[Sheet]:
    """The sheets of a unit, an ended unit, a procedure or a guide."""
    for module in modules_in(generator.outputs.sheets.kinds):
        render = getattr(module, f"of_{what}", None)
        if render:
            yield from render(thing, catalogue)
