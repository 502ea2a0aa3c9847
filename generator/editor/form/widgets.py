"""Chooses the control of a field from its type alone, so a new field of the schema needs no form code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args, get_origin

from generator.schema.generated.reference import choices
from generator.schema.kinds import BODY_KEY
from generator.schema.record import FieldSpec, Record, specs

TEXT, NUMBER, DAY, CHOICE, YES_NO, CHECKS, MARKDOWN, PART, PARTS, TEXTS = (
    "text", "number", "day", "choice", "yes_no", "checks", "markdown", "part", "parts", "texts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Widget:
    """kind: one of the names above; words: what may be chosen or said instead of a value; either: the value is a part
    or list, or one of the words."""

    kind: str
    words: tuple[str, ...] = ()
    either: bool = False


@cache
def widget_of(model: type[Record], key: str, markdown: bool = False) -> Widget:
    """The widget of the field `key` of a record. markdown: the record's body is Markdown."""
    return _widget(next(spec for spec in specs(model) if spec.key == key), markdown)


def _widget(spec: FieldSpec, markdown: bool) -> Widget:
    words = choices(spec.annotation)
    if markdown and spec.key == BODY_KEY:
        return Widget(MARKDOWN)
    if spec.part is not None:
        return Widget(PARTS if spec.is_list else PART, words, bool(words))
    free = _takes(spec.annotation, str)
    if spec.is_list:
        return Widget(CHECKS, words) if words and not free else Widget(TEXTS, words, bool(words))
    if _takes(spec.annotation, bool):
        return Widget(YES_NO)
    if _takes(spec.annotation, dt.date):
        return Widget(DAY, words)
    if _takes(spec.annotation, int):
        return Widget(NUMBER, words)
    return Widget(CHOICE, words) if words and not free else Widget(TEXT, words)


def _takes(annotation: object, type_: type) -> bool:
    if annotation is type_:
        return True
    return get_origin(annotation) is not Literal and any(_takes(arg, type_) for arg in get_args(annotation))
