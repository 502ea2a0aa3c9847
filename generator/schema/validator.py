"""Validates records: the annotations of their fields as the schema of pydantic-core.

Only pydantic's validator is used, not its models, which took longer to import than a file to check; the field
declarations say all that they need (docs/adr/0015-pydantic-core-alone.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Protocol, Union, get_args, get_origin

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as core

from generator.schema.values import Alternatives, Parsed, Stripped

PLAIN = {str: core.str_schema, int: core.int_schema, bool: core.bool_schema, dt.date: core.date_schema}


class Declared(Protocol):
    """A class of records (see Record). declared: `key`, `many`, `default` of each field."""

    declared: ClassVar[Mapping[str, Any]]
    extra: ClassVar[str]

    @classmethod
    def annotations(cls) -> dict[str, Any]:
        """The type of each field."""


@cache
def validator(model: type[Declared]) -> SchemaValidator:
    """The validator of a class of records. Raises TypeError for an annotation that has no meaning here."""
    return SchemaValidator(_model(model))


@cache
def _model(model: type[Declared]) -> core.CoreSchema:
    fields = {name: _field(model.declared[name], one) for name, one in model.annotations().items()}
    config = core.CoreConfig(title=model.__name__, extra_fields_behavior=model.extra)  # type: ignore[typeddict-item]
    return core.model_schema(model, core.model_fields_schema(fields, model_name=model.__name__), config=config)


def _field(declared: Any, annotation: Any) -> core.ModelField:
    default: dict[str, Any] = {"default_factory": list} if declared.many else {"default": declared.default}
    return core.model_field(core.with_default_schema(_schema(annotation), **default), validation_alias=declared.key)


def _schema(annotation: object) -> core.CoreSchema:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(*inside)
    if origin is Literal:
        return core.literal_schema(list(inside))
    if origin is list:
        return core.list_schema(_schema(inside[0]))
    if origin in (Union, UnionType) and inside[1:] == (type(None),):
        return core.nullable_schema(_schema(inside[0]))
    if annotation in PLAIN:
        plain: core.CoreSchema = PLAIN[annotation]()  # type: ignore[operator]
        return plain
    if hasattr(annotation, "declared"):
        return _model(annotation)
    raise TypeError(f"no field can be {annotation!r}")


def _marked(annotation: object, mark: object) -> core.CoreSchema:
    if isinstance(mark, Stripped):
        return core.str_schema(strip_whitespace=True)
    if isinstance(mark, Parsed):
        return core.no_info_before_validator_function(mark.parse, _schema(annotation))
    if isinstance(mark, Alternatives):
        choices = {tag: _schema(item) for tag, item in zip(mark.tags, get_args(annotation), strict=True)}
        return core.tagged_union_schema(
            choices,
            mark.choose,
            custom_error_type=mark.error,
            custom_error_message=mark.message,
        )
    raise TypeError(f"no field can be marked {mark!r}")
