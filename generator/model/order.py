"""The order of keys that a careful editor writes: the order of declaration."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.model.record import FieldSpec, Record, specs


@cache
def ranks(model: type[Record]) -> dict[str, tuple[int, type[Record] | None]]:
    """YAML key → (place, record that may stand there)."""
    return {spec.key: (place, spec.part) for place, spec in enumerate(specs(model))}


def spec_at(model: type[Record], path: tuple) -> FieldSpec | None:
    """The declared field that a path of YAML keys and indices leads to, None when there is none."""
    found: FieldSpec | None = None
    inside: type[Record] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        if inside is None:
            return None
        found = next((spec for spec in specs(inside) if spec.key == part), None)
        if found is None:
            return None
        inside = found.part
    return found


def first_out_of_order(model: type[Record], data: Any, path: tuple = ()) -> tuple | None:
    """Path of the first key that stands after one it should precede; unknown keys are passed over."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            found = first_out_of_order(model, item, (*path, index))
            if found:
                return found
        return None
    if not isinstance(data, dict):
        return None
    known, last = ranks(model), -1
    for key, value in data.items():
        if key not in known:
            continue
        place, part = known[key]
        if place < last:
            return (*path, key)
        last = place
        if part is not None and value.__class__ in (dict, list):
            found = first_out_of_order(part, value, (*path, key))
            if found:
                return found
    return None
