"""The base of all records: `Record`, and `field()`, which maps a Python name to its YAML key, label, help and law.

All fields are optional for pydantic: the *structure* of a record is validated here; whether a part required by law is
present is checked by rule TT-020 from the `required` mark, so that an incomplete record can still be read, shown and
reported part by part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


class Record(BaseModel):
    """Base of all records and their parts; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False, protected_namespaces=(), defer_build=True)


def field(
    key: str,
    label: str,
    help: str,
    *,
    law: str = "",
    required: bool = False,
    default: Any = None,
    many: bool = False,
    example: str = "",
    inherited: bool = False,
) -> Any:
    """Declare one field.

    key: YAML key (the official label, unaccented); label: what citizens and editors read; help: one or two sentences
    for editors; law: article that asks for it, as printed in messages; required: TT-020 reports it when absent;
    many: the value is a list and defaults to an empty one; example: a value for templates and the field reference;
    inherited: a record without it has it from the unit that receives it (loading/inheritance.py): TT-270 instead.
    """
    extra: Any = {"law": law, "required": required, "example": example, "inherited": inherited}
    default_args = {"default_factory": list} if many else {"default": default}
    return Field(alias=key, title=label, description=help, json_schema_extra={"x-tthc": extra}, **default_args)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One declared field, as used by the schema, the reference, the templates and the rules."""

    name: str
    key: str
    label: str
    help: str
    law: str
    required: bool
    example: str
    annotation: Any
    part: type[Record] | None  # the nested record, if any
    is_list: bool
    inherited: bool = False


@cache
def specs(model: type[Record]) -> tuple[FieldSpec, ...]:
    """The declared fields of `model`, in the order of declaration."""
    found = tuple(_spec(name, info) for name, info in model.model_fields.items())
    optional: frozenset[str] = getattr(model, "MAY_BE_LEFT_OUT", frozenset())
    return tuple(replace(spec, required=False) if spec.name in optional else spec for spec in found)


@cache
def _named(model: type[Record]) -> tuple[tuple[str, str, FieldSpec], ...]:
    return tuple((spec.name, spec.key, spec) for spec in specs(model))


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    declared: Any = info.json_schema_extra or {}
    extra = declared.get("x-tthc", {})
    return FieldSpec(
        name=name,
        key=info.alias or name,
        label=info.title or name,
        help=info.description or "",
        law=extra.get("law", ""),
        required=extra.get("required", False),
        example=extra.get("example", ""),
        annotation=info.annotation,
        part=_nested(info.annotation),
        is_list=_has_list(info.annotation),
        inherited=extra.get("inherited", False),
    )


def _nested(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for arg in get_args(annotation):
        found = _nested(arg)
        if found:
            return found
    return None


def _has_list(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", None)
    return origin is list or any(_has_list(arg) for arg in get_args(annotation))


def is_blank(value: Any) -> bool:
    """True for an empty value: None, an empty text, an empty list."""
    return not value and (value is None or value == "" or value == [])  # a record is compared with nothing


def walk(record: Record) -> list[tuple[tuple[Any, ...], FieldSpec, Any]]:
    """(path of YAML keys, field, value) of every declared field of `record` and of its nested parts, in order."""
    found: list[tuple[tuple[Any, ...], FieldSpec, Any]] = []
    _walk(record, (), found)
    return found


def _walk(record: Record, path: tuple[Any, ...], found: list[tuple[tuple[Any, ...], FieldSpec, Any]]) -> None:
    values = record.__dict__
    for name, key, spec in _named(type(record)):
        value = values[name]
        here = (*path, key)
        found.append((here, spec, value))
        if not value or spec.part is None:
            continue
        if isinstance(value, Record):
            _walk(value, here, found)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    _walk(item, (*here, index), found)
