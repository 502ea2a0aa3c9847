"""JSON Schema (draft 7) of each kind, with Vietnamese descriptions, from the declared fields.

The parser keeps scalars as text, so a number is valid where text is expected, but never for a code.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, get_args, get_origin

from generator.schema.codes import SHAPES
from generator.schema.kinds import BODY_KEY, Kind
from generator.schema.lifecycle import TOMBSTONE_KEYS
from generator.schema.record import FieldSpec, Record, specs

DIALECT = "http://json-schema.org/draft-07/schema#"
DATE = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "patternErrorMessage": "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2023-06-30.",
}
CODE_MESSAGES = {
    "ma_thu_tuc": "Mã gồm một chữ số, dấu chấm, sáu chữ số, để trong dấu ngoặc kép.",
    "ma_don_vi": "Mã gồm 2, 3 hoặc 5 chữ số, để trong dấu ngoặc kép.",
}


def json_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one file of this kind."""
    models = [kind.model]
    for model in models:  # grows during the iteration
        models += dict.fromkeys(spec.part for spec in specs(model) if spec.part and spec.part not in models)
    parts = {model.__name__: _record(model) for model in sorted(models[1:], key=lambda model: model.__name__)}
    record = _record(kind.model)
    if kind.markdown:
        record["properties"].pop(BODY_KEY, None)
    if kind.name == "procedure":
        _tombstone(record)
    body: dict[str, Any] = {"type": "array", "items": record} if kind.many else record
    return {"$schema": DIALECT, "title": kind.label[:1].upper() + kind.label[1:], **body, "definitions": parts}


def _tombstone(record: dict[str, Any]) -> None:
    """An abolished procedure requires name, code, document and day; everything else is required of the others only."""
    whole = record.pop("required")
    kept_keys = [key for key in TOMBSTONE_KEYS if key != "bai_bo"]
    record["required"] = kept_keys
    record["if"] = {"not": {"required": ["bai_bo"]}}
    record["then"] = {"required": whole}


def _record(model: type[Record]) -> dict[str, Any]:
    properties = {spec.key: _field(spec) for spec in specs(model)}
    needed = [spec.key for spec in specs(model) if spec.required]
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": needed} if needed else {})


def _field(spec: FieldSpec) -> dict[str, Any]:
    shape = _shape(spec.annotation)
    if spec.key in SHAPES:
        pattern = f"^({SHAPES[spec.key].pattern})$"
        shape = {"type": "string", "pattern": pattern, "patternErrorMessage": CODE_MESSAGES[spec.key]}
    shape |= {"title": spec.label, "description": spec.help, "markdownDescription": _hover(spec)}
    if spec.example:
        shape["examples"] = [spec.example.strip('"')]
    return shape


def _hover(spec: FieldSpec) -> str:
    lines = [f"**{spec.label}**" + (" (bắt buộc)" if spec.required else ""), spec.help]
    if spec.law:
        lines.append(f"Căn cứ: {spec.law}")
    if spec.example:
        lines.append(f"Ví dụ: `{spec.example}`")
    return "\n\n".join(lines)


def _shape(annotation: Any) -> dict[str, Any]:
    """The shape of a value: no nulls, dates with a pattern, and values that the parser keeps as text."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inside[0])
    if origin is list:
        return {"type": "array", "items": _shape(inside[0])}
    if origin is Literal:
        return {"enum": list(inside)}
    if inside:
        found = [_shape(one) for one in inside if one is not type(None)]
        return found[0] if len(found) == 1 else {"anyOf": found}
    if issubclass(annotation, Record):
        return {"$ref": f"#/definitions/{annotation.__name__}"}
    if annotation is dt.date:
        return dict(DATE)
    if annotation is int:
        return {"type": "integer", "minimum": 0}
    return {"enum": [True, False, "có", "không"]} if annotation is bool else {"type": ["string", "number", "boolean"]}
