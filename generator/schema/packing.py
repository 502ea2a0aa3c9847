"""Records as nested tuples of plain values, which `marshal` writes ten times faster than anything reads YAML.

Equal records give equal bytes in every process, so a digest of the bytes identifies a record."""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
from functools import cache
from typing import Any

from generator.schema.record import Record, record_of, specs

LIST, DATE = -1, -2  # first item of the tuple of a list or a date; for a record the number of its class
Classes = list[tuple[type[Record], tuple[str, ...]]]
VERSION = 2  # of marshal: later ones write shared objects differently, whatever their value


def dump(value: Any) -> bytes:
    """Plain values (nested tuples, texts, numbers, bytes) as bytes, equal for equal values."""
    return marshal.dumps(value, VERSION)


def load(data: bytes | memoryview) -> Any:
    """The value from the bytes of `dump`. Raises EOFError, ValueError, TypeError for other bytes."""
    return marshal.loads(data)


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that identify `parts`."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.digest()


def pack(value: object, root: type[Record]) -> Any:
    """`value` (a record, a list, a date or a plain value of a record of class `root`) as nested tuples."""
    return _pack(value, _numbers(root))


def unpack(flat: object, root: type[Record], shared: dict[Any, Any] | None = None) -> Any:
    """The value from the tuples of `pack`. shared: texts and records seen
    before, so that equal ones take memory once (records are never modified after reading)."""
    return _unpack(flat, _classes(root), shared)


def _pack(value: Any, numbers: dict[type[Record], int]) -> Any:
    kind = value.__class__
    if kind is str or value is None or kind is int or kind is bool or kind is float:
        return value
    if kind is list:
        return (LIST, *[item if item.__class__ is str else _pack(item, numbers) for item in value])
    if kind is dt.date:
        return (DATE, value.toordinal())
    return (
        numbers[kind],
        *[
            item if item is None or item.__class__ is str else _pack(item, numbers)
            for item in value.__dict__.values()
        ],
    )


def _unpack(flat: object, classes: Classes, shared: dict[Any, Any] | None) -> Any:
    if flat.__class__ is not tuple:
        return shared.setdefault(flat, flat) if shared is not None and flat.__class__ is str else flat
    if shared is None:
        return _fresh(flat, classes)
    number = flat[0]
    if number == DATE:
        return dt.date.fromordinal(flat[1])
    if number != LIST and (known := shared.get((classes[number][0], flat))):  # numbers differ from root to root
        return known
    values = [
        shared.setdefault(item, item)
        if item.__class__ is str
        else (_unpack(item, classes, shared) if item.__class__ is tuple else item)
        for item in flat[1:]
    ]
    if number == LIST:
        return values
    model, names = classes[number]
    record = record_of(model, dict(zip(names, values, strict=True)))
    shared[model, flat] = record
    return record


def _fresh(flat: tuple[Any, ...], classes: Classes) -> Any:
    """As `_unpack` of a tuple where nothing is shared."""
    number = flat[0]
    if number == DATE:
        return dt.date.fromordinal(flat[1])
    values = [_fresh(item, classes) if item.__class__ is tuple else item for item in flat[1:]]
    if number == LIST:
        return values
    model, names = classes[number]
    return record_of(model, dict(zip(names, values, strict=True)))


@cache
def _numbers(root: type[Record]) -> dict[type[Record], int]:
    """A number for `root` and for every class of its parts."""
    models = [root]
    for model in models:  # grows during the iteration
        models += dict.fromkeys(spec.part for spec in specs(model) if spec.part and spec.part not in models)
    return {model: number for number, model in enumerate(models)}


@cache
def _classes(root: type[Record]) -> Classes:
    """Class and names of the fields, by number."""
    return [(model, tuple(model.declared)) for model in _numbers(root)]
