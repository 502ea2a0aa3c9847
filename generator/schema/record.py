"""The base of all records: `Record`, and `field()`, which maps a Python name to its YAML key, label, help and law.

All fields are optional for the validator: the *structure* of a record is validated here; whether a part required by law is
present is checked by rule TT-020 from the `required` mark, so that an incomplete record can still be read, shown and
reported part by part.
"""

from __future__ import annotations

import datetime as dt
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar, get_args

from generator.problem import KeyPath

if TYPE_CHECKING:
    from typing import Self


class Declaration(NamedTuple):
    """What `field()` was given, and where: the name of the module in which `annotation` means something."""

    key: str
    label: str
    help: str
    law: str
    required: bool
    default: Any
    many: bool
    example: str
    inherited: bool
    module: str = ""
    annotation: str = ""


class RecordType(type):
    """The type of all classes of records. It adds nothing; without it mypy takes a class for one of its records, which
    have no hash."""


class Record(metaclass=RecordType):
    """Base of all records and their parts; unknown keys are refused, unless a class is declared with `extra="allow"`.

    A class costs nothing but its declarations until one of its records is validated (validator.py): most commands
    unpack records that were validated when their file was read. The four names in __slots__ are those that the
    validator sets."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
        "__weakref__",
    )
    declared: ClassVar[dict[str, Declaration]] = {}
    extra: ClassVar[str] = "forbid"
    GONE: ClassVar[dict[str, str]] = {}  # keys of earlier releases -> what to do with them

    def __init_subclass__(cls, extra: str = "") -> None:
        found: dict[str, Declaration] = {}
        for base in reversed(cls.__mro__[1:]):
            found |= base.__dict__.get("declared", {})
        for name, text in cls.__dict__.get("__annotations__", {}).items():
            value = cls.__dict__.get(name)
            if isinstance(value, Declaration):
                found[name] = value._replace(module=cls.__module__, annotation=text)
                delattr(cls, name)  # a record has the value
        cls.declared, cls.extra = found, extra or cls.extra

    def __init__(self) -> None:
        """An empty record: every field has its default."""
        self.__dict__ = {name: [] if one.many else one.default for name, one in self.declared.items()}

    @classmethod
    def annotations(cls) -> dict[str, Any]:
        """The type of each field, by its name."""
        return {name: _meant(one.module, one.annotation) for name, one in cls.declared.items()}

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """The record made of `data` (by YAML keys). Raises pydantic_core.ValidationError."""
        from generator.schema.validator import validator

        valid: Self = validator(cls).validate_python(data)
        return valid

    @classmethod
    def model_construct(cls, **values: object) -> Self:
        """A record of these values, by field name, which are not validated; the others have their defaults."""
        record = cls()
        record.__dict__.update(values)
        return record

    def model_copy(self, update: dict[str, Any]) -> Self:
        """A copy with other values of some fields, which are not validated."""
        copy = record_of(type(self), self.__dict__ | update)
        object.__setattr__(copy, "__pydantic_extra__", self.model_extra)
        return copy

    def model_dump(self) -> dict[str, Any]:
        """The values by YAML key, days as text, as in JSON."""
        own = {one.key: _dumped(self.__dict__[name]) for name, one in self.declared.items()}
        return own | (self.model_extra or {})

    @property
    def model_extra(self) -> dict[str, Any] | None:
        """The values under unknown keys, of a class that allows them."""
        extra: dict[str, Any] | None = getattr(self, "__pydantic_extra__", None)  # set by the validator alone
        return extra

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({values})"


Model = TypeVar("Model", bound=Record)


def record_of(model: type[Model], values: dict[str, Any]) -> Model:
    """A record with these values of all fields, in the order of declaration, as validating gives it."""
    record = object.__new__(model)
    record.__dict__ = values
    return record


def _dumped(value: object) -> Any:
    if isinstance(value, Record):
        return value.model_dump()
    if isinstance(value, list):
        return [_dumped(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def field(
    key: str,
    label: str,
    help: str,
    *,
    law: str = "",
    required: bool = False,
    default: object = None,
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
    return Declaration(key, label, help, law, required, default, many, example, inherited)


class FieldSpec(NamedTuple):
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
    optional: frozenset[str] = getattr(model, "MAY_BE_LEFT_OUT", frozenset())
    return tuple(_spec(name, one, name in optional) for name, one in model.declared.items())


@cache
def field_labels(model: type[Record]) -> dict[str, str]:
    """The label of each key of `model`, in the order of declaration. Not to be changed: it is cached."""
    return {spec.key: spec.label for spec in specs(model)}


@cache
def _named(model: type[Record]) -> tuple[tuple[str, str, FieldSpec], ...]:
    return tuple((spec.name, spec.key, spec) for spec in specs(model))


def _spec(name: str, one: Declaration, optional: bool) -> FieldSpec:
    annotation = _meant(one.module, one.annotation)
    return FieldSpec(
        name=name,
        key=one.key,
        label=one.label,
        help=one.help,
        law=one.law,
        required=one.required and not optional,
        example=one.example,
        annotation=annotation,
        part=_nested(annotation),
        is_list=_has_list(annotation),
        inherited=one.inherited,
    )


@cache
def _meant(module: str, annotation: str) -> Any:
    """The type that an annotation in a module means; many fields have the same one."""
    return eval(annotation, vars(sys.modules[module]))


def _nested(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for arg in get_args(annotation):
        found = _nested(arg)
        if found:
            return found
    return None


def _has_list(annotation: object) -> bool:
    origin = getattr(annotation, "__origin__", None)
    return origin is list or any(_has_list(arg) for arg in get_args(annotation))


def is_blank(value: object) -> bool:
    """True for an empty value: None, an empty text, an empty list."""
    return not value and (value is None or value == "" or value == [])  # a record is compared with nothing


WalkedField = tuple[KeyPath, FieldSpec, Any]  # path of YAML keys, declaration, value


def walk(record: Record) -> list[WalkedField]:
    """Every declared field of `record` and of its nested parts, in order."""
    found: list[WalkedField] = []
    _walk(record, (), found)
    return found


def _walk(record: Record, path: KeyPath, found: list[WalkedField]) -> None:
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
