"""The field reference as data: every field of every kind, in order, with its path."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from generator.schema.kinds import KINDS, Kind
from generator.schema.record import FieldSpec, Record, specs


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field for readers. path: `thanh_phan_ho_so.giay_to_chung[].ban_chinh`; depth counts from 0; holds: the
    type of the value in Vietnamese; choices: the allowed words."""

    path: str
    depth: int
    key: str
    label: str
    help: str
    law: str
    required: bool
    example: str
    holds: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindReference:
    """One kind: name (procedure …), Vietnamese label, location of its files, its fields."""

    name: str
    label: str
    place: str
    fields: tuple[FieldRow, ...]


def reference() -> tuple[KindReference, ...]:
    """Every kind, in the order of the model."""
    return tuple(
        KindReference(kind.name, kind.label, f"content/{glob(kind)}", tuple(rows(kind.model))) for kind in KINDS
    )


def rows(model: type[Record], prefix: str = "", depth: int = 0) -> Iterator[FieldRow]:
    """The fields of a record and of its nested parts."""
    for spec in specs(model):
        path = f"{prefix}{spec.key}{'[]' if spec.is_list else ''}"
        yield FieldRow(
            path,
            depth,
            spec.key,
            spec.label,
            spec.help,
            spec.law,
            spec.required,
            spec.example,
            holds(spec),
            choices(spec.annotation),
        )
        if spec.part is not None and spec.part is not model:
            yield from rows(spec.part, f"{path}.", depth + 1)


def choices(annotation: object) -> tuple[str, ...]:
    """The allowed words of a field, in order, for a single value or a list of them; nested parts are not included."""
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    words: list[str] = []
    for arg in get_args(annotation):
        if not (isinstance(arg, type) and issubclass(arg, Record)):
            words += [word for word in choices(arg) if word not in words]
    return tuple(words)


def holds(spec: FieldSpec) -> str:
    """The type of the value, in a word."""
    inside = "các phần" if spec.part else "chữ"
    for type_, word in ((dt.date, "ngày"), (bool, "true hoặc false"), (int, "số nguyên")):
        if not spec.part and _mentions(spec.annotation, type_):
            inside = word
            break
    else:
        if choices(spec.annotation) and not spec.part and not _mentions(spec.annotation, str):
            inside = "một trong các từ"
    return f"danh sách {inside}" if spec.is_list else inside


def glob(kind: Kind) -> str:
    """The kind's path pattern as a glob for editing programs."""
    text = kind.path
    for regex, plain in (
        (r"(?:[^/]+/)*", "**/"),
        (r"[^/]+", "*"),
        (r"\d{4}", "*"),
        (r"\.ya?ml", ".yml"),
        (r"\.md", ".md"),
    ):
        text = text.replace(regex, plain)
    return re.sub(r"\([^()]*+\)\?", "*", text)  # an optional suffix


def _mentions(annotation: object, type_: type) -> bool:
    return annotation is type_ or (
        get_origin(annotation) is not Literal and any(_mentions(arg, type_) for arg in get_args(annotation))
    )
