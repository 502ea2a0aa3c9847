"""Applies the overlay of a whole unit to the unit's record."""

from __future__ import annotations

from generator.schema.contact import Officer, OneStop
from generator.schema.overlay import Overlay
from generator.schema.unit import Unit


def apply_to_unit(unit: Unit, overlay: Overlay) -> Unit:
    """A copy of `unit` with the desk and the officer's post from the overlay; fields it omits are kept."""
    desk = unit.one_stop or OneStop.model_validate({})
    address = overlay.address or desk.address
    if overlay.desk:
        address = f"{overlay.desk}, {address}" if address else overlay.desk
    given = {"address": address, "hours": overlay.hours or desk.hours, "phone": overlay.phone or desk.phone}
    changes: dict[str, object] = {"one_stop": desk.model_copy(update=given)}
    if overlay.officer:
        changes["officer"] = (unit.officer or Officer.model_validate({})).model_copy(update={"post": overlay.officer})
    return unit.model_copy(update=changes)
