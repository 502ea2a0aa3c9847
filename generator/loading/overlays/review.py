"""Decides whether an overlay still fits: which parts of the record changed in substance since it was written."""

from __future__ import annotations

from generator.loading.overlays.semantic_hash import of_procedure, of_unit
from generator.schema.overlay import Overlay, SeenVersion
from generator.schema.procedure import Procedure
from generator.schema.record import FieldSpec, specs
from generator.schema.unit import Unit


def part_versions(record: Procedure | Unit) -> dict[str, str]:
    """Current versions of the parts of `record`, in the form of `phien_ban`."""
    return of_procedure(record) if isinstance(record, Procedure) else of_unit(record)


def parts_to_review(overlay: Overlay, record: Procedure | Unit) -> list[FieldSpec]:
    """The parts whose substance changed since the overlay was written; parts it does not list are ignored."""
    current, reviewed = part_versions(record), overlay.base_version or SeenVersion.model_validate({})
    return [
        spec
        for spec in specs(SeenVersion)
        if spec.key in current and getattr(reviewed, spec.name) not in (None, current[spec.key])
    ]
