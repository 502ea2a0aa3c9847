"""JSON Schema (draft 7) of each kind, with Vietnamese descriptions, from the declared fields.

Pydantic generates the structure; this module adds what it does not know: required fields, hover texts, and that the
parser keeps scalars as text (so a number is valid where text is expected, but never for a code).
"""

from __future__ import annotations

from typing import Any

from generator.schema.codes import SHAPES
from generator.schema.kinds import Kind
from generator.schema.lifecycle import TOMBSTONE_KEYS

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
    generated = kind.model.model_json_schema(by_alias=True)
    parts = {name: _record(part) for name, part in sorted(generated.pop("$defs", {}).items())}
    record = _record(generated)
    if kind.markdown:
        record["properties"].pop("noi_dung", None)
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


def _record(generated: dict[str, Any]) -> dict[str, Any]:
    properties = {key: _field(key, field) for key, field in generated["properties"].items()}
    needed = [key for key, field in generated["properties"].items() if field.get("x-tthc", {}).get("required")]
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": needed} if needed else {})


def _field(key: str, generated: dict[str, Any]) -> dict[str, Any]:
    about = generated.get("x-tthc", {})
    label, help = generated.get("title", key), generated.get("description", "")
    shape = _shape(
        {name: part for name, part in generated.items() if name not in {"x-tthc", "title", "description", "default"}}
    )
    if key in SHAPES:
        shape = {"type": "string", "pattern": f"^({SHAPES[key].pattern})$", "patternErrorMessage": CODE_MESSAGES[key]}
    shape |= {"title": label, "description": help, "markdownDescription": _hover(label, help, about)}
    if about.get("example"):
        shape["examples"] = [about["example"].strip('"')]
    return shape


def _hover(label: str, help: str, about: dict[str, Any]) -> str:
    lines = [f"**{label}**" + (" (bắt buộc)" if about.get("required") else ""), help]
    if about.get("law"):
        lines.append(f"Căn cứ: {about['law']}")
    if about.get("example"):
        lines.append(f"Ví dụ: `{about['example']}`")
    return "\n\n".join(lines)


def _shape(generated: Any) -> Any:
    """The type of a value: no nulls, dates with a pattern, and values that the parser keeps as text."""
    if "$ref" in generated:
        return {"$ref": generated["$ref"].replace("#/$defs/", "#/definitions/")}
    for word in ("anyOf", "oneOf"):
        if word in generated:
            choices = [choice for choice in generated[word] if choice.get("type") != "null"]
            found = [_shape(choice) for choice in choices]
            return found[0] if len(found) == 1 else {"anyOf": found}
    if generated.get("type") == "array":
        return {"type": "array", "items": _shape(generated["items"])}
    if "enum" in generated or "const" in generated:
        return {"enum": generated.get("enum") or [generated["const"]]}
    if generated.get("format") == "date":
        return dict(DATE)
    if generated.get("type") == "integer":
        return {"type": "integer", "minimum": 0}
    if generated.get("type") == "boolean":
        return {"enum": [True, False, "có", "không"]}
    if generated.get("type") == "string":
        return {"type": ["string", "number", "boolean"]}
    return {}
