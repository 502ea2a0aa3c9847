"""Plain data has texts for all scalars; before it is written, those become numbers, days and truth values that their
fields accept, so that a file says `so: 9` and `ngay: 2026-04-15` whoever wrote it last."""

from __future__ import annotations

import datetime as dt
import re
from typing import get_args

from generator.importing.yaml_writer import dump_key
from generator.plain_data import Unchecked
from generator.schema.dates import iso_day
from generator.schema.record import FieldSpec, Record, specs


def spec_of(model: type[Record] | None, key: str) -> FieldSpec | None:
    """The field with the YAML key, None if the record has none."""
    return next((spec for spec in specs(model) if spec.key == key), None) if model else None


def accepts(annotation: object, wanted: type) -> bool:
    """True if a field of this type takes values of the class `wanted`."""
    return annotation is wanted or any(accepts(arg, wanted) for arg in get_args(annotation))


def typed(spec: FieldSpec | None, text: str) -> Unchecked:
    """The text as a number, day or truth value if the field accepts one and this is its canonical spelling."""
    if spec is None:
        return text
    if text in ("true", "false") and accepts(spec.annotation, bool):
        return text == "true"
    if re.fullmatch(r"0|[1-9]\d{0,11}", text, re.ASCII) and accepts(spec.annotation, int):
        return int(text)
    return (iso_day(text) if accepts(spec.annotation, dt.date) else None) or text


def typed_value(spec: FieldSpec | None, value: object, model: type[Record] | None = None) -> Unchecked:
    """`value` with numbers, days and truth values where its fields accept them. model: the record that it is, if no
    field says so."""
    model = model or (spec.part if spec else None)
    if isinstance(value, dict):
        return {key: typed_value(spec_of(model, key), item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed_value(spec, item) for item in value]
    return typed(spec, value) if isinstance(value, str) else value


def dump_plain(model: type[Record], key: str, value: object, indent: int = 0) -> str:
    """The YAML block of one key of plain data. Raises KeyError when the model does not have it."""
    return dump_key(model, key, typed_value(spec_of(model, key), value), indent)
