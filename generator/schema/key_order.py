"""The expected order of keys: the order of declaration."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from generator.problem import KeyPath
from generator.schema.record import FieldSpec, Record, specs


@cache
def ranks(model: type[Record]) -> dict[str, tuple[int, type[Record] | None]]:
    """YAML key → (position, nested record if any)."""
    return {spec.key: (place, spec.part) for place, spec in enumerate(specs(model))}


def spec_at(model: type[Record], path: KeyPath) -> FieldSpec | None:
    """The declared field at a path of YAML keys and indices, None if there is none."""
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


def first_out_of_order(model: type[Record], data: object, path: KeyPath = ()) -> KeyPath | None:
    """Path of the first key that comes after one it should precede; unknown keys are skipped."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            found = first_out_of_order(model, item, (*path, index))
            if found:
                return found
        return None
    if not isinstance(data, dict):
        return None
    wrong, parts = _scan_keys(model, tuple(data))
    for key, part in parts:
        value = data[key]
        if value.__class__ in (dict, list):
            found = first_out_of_order(part, value, (*path, key))
            if found:
                return found
    return (*path, wrong) if wrong is not None else None


@lru_cache(maxsize=4096)
def _scan_keys(model: type[Record], keys: KeyPath) -> tuple[Any, tuple[tuple[Any, type[Record]], ...]]:
    """The first of `keys` that is out of order (None if none is), and those before it with nested parts. Cached,
    because many records have the same keys."""
    known, last = ranks(model), -1
    parts: list[tuple[Any, type[Record]]] = []
    for key in keys:
        if key in known:
            place, part = known[key]
            if place < last:
                return key, tuple(parts)
            last = place
            if part is not None:
                parts.append((key, part))
    return None, tuple(parts)
