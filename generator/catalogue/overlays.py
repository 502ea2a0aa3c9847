"""Joins overlays to their units and procedures."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import LocalView
from generator.loading.overlays.apply import apply_to_unit
from generator.loading.overlays.location import unit_of
from generator.loading.overlays.review import parts_to_review
from generator.loading.store import Store


def join_overlays(store: Store, catalogue: Catalogue) -> None:
    """Apply each unit's own overlay to its record; keep overlays of procedures next to the procedure, by unit."""
    records = {entry.code: entry for entry in reversed(store.of("procedure"))}
    for entry in store.of("overlay"):
        unit, overlay = catalogue.units.get(unit_of(entry)), entry.record
        if not unit:
            continue
        if not overlay.code:
            unit.local = unit.local or LocalView(
                overlay, unit, [spec.label for spec in parts_to_review(overlay, unit.record)]
            )
            unit.record = apply_to_unit(unit.record, overlay)
            continue
        view = catalogue.procedures.get(overlay.code)
        if view and unit.active and all(other.unit is not unit for other in view.local):
            stated = records[overlay.code].full_record  # without what it has from the unit
            view.local.append(LocalView(overlay, unit, [spec.label for spec in parts_to_review(overlay, stated)]))
