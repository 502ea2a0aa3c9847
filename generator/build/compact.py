"""Compact serialisation of procedures without the long texts that appear only on their own pages.

Takes 10 KB of memory a record instead of 75. Equal content gives equal bytes in every process, so their digest serves
as a dependency fingerprint (fingerprint.py)."""

from __future__ import annotations

import datetime as dt
import marshal
from functools import cache
from typing import Any

from generator.loading.document import Document
from generator.loading.store import Entry
from generator.schema.kinds import BY_NAME
from generator.schema.record import Record, specs

PRIVATE_FIELDS = (  # * stands for each item of a list
    ("trinh_tu_thuc_hien", "*", "noi_dung"),
    ("cach_thuc_thuc_hien", "*", "mo_ta"),
    ("thanh_phan_ho_so", "giay_to_chung", "*", "ghi_chu"),
    ("thanh_phan_ho_so", "truong_hop", "*", "giay_to", "*", "ghi_chu"),
    ("thanh_phan_ho_so", "nguyen_van", "*"),
    ("thoi_han_giai_quyet", "ghi_chu"),
    ("yeu_cau_dieu_kien", "*"),
    ("ghi_chu_dia_phuong",),
)
PRESENT = "…"  # other pages only depend on whether there is a text
LIST, DATE = -1, -2  # first item of the tuple of a list or a date; for records their number in _models()
VERSION = 2  # of marshal: later ones write shared objects differently, whatever their value
# interned parts of deserialised records: records are never modified after reading
_interned_values: dict[tuple, Any] = {}
_interned_strings: dict[str, str] = {}


def serialise(record: Record, whole: bool = False) -> bytes:
    """`record` as bytes without its private fields (whole: with them)."""
    return marshal.dumps(_flat(record, None if whole else _hidden()), VERSION)


def deserialise(path: str, packed: bytes) -> Entry:
    """The procedure from the bytes of `serialise`, with a document that has only a path."""
    return Entry(BY_NAME["procedure"], Document(path, "", None, ""), _record(marshal.loads(packed)))


def clear_interned() -> None:
    """Free the interning tables after the last `deserialise`."""
    _interned_values.clear()
    _interned_strings.clear()


def _flat(value: Any, hidden: dict[str, Any] | None) -> Any:
    """`value` as nested tuples. hidden: the fields below it to leave out, as in `_hidden`."""
    kind = value.__class__
    if kind is str:
        return PRESENT if value and hidden == {} else value
    if value is None or kind is int or kind is bool:
        return value
    if kind is list:
        below = hidden and hidden["*"]
        return (LIST, *[_flat(item, below) for item in value])
    if kind is dt.date:
        return (DATE, value.toordinal())
    number, names = _models()[kind]
    if not hidden:
        return (
            number,
            *[item if item is None or item.__class__ is str else _flat(item, None) for item in value.__dict__.values()],
        )
    return (
        number,
        *[
            item if item is None else _flat(item, hidden.get(key))
            for key, item in zip(names, value.__dict__.values(), strict=True)
        ],
    )


@cache
def _hidden() -> dict[str, Any]:
    """PRIVATE_FIELDS as a tree: key → subtree, empty for a text to leave out."""
    tree: dict[str, Any] = {}
    for path in PRIVATE_FIELDS:
        node = tree
        for key in path:
            node = node.setdefault(key, {})
    return tree


def _value(flat: Any) -> Any:
    if flat.__class__ is not tuple:
        return flat
    value = _interned_values.get(flat)
    if value is None:
        if flat[0] == LIST:
            value = _values(flat)
        else:
            value = dt.date.fromordinal(flat[1]) if flat[0] == DATE else _record(flat)
        _interned_values[flat] = value
    return value


def _values(flat: tuple) -> list[Any]:
    return [_interned_strings.setdefault(item, item) if item.__class__ is str else _value(item) for item in flat[1:]]


def _record(flat: tuple) -> Record:
    model, names, fields_set = _by_number()[flat[0]]
    record = model.__new__(model)
    object.__setattr__(record, "__dict__", dict(zip(names, _values(flat), strict=True)))
    object.__setattr__(record, "__pydantic_fields_set__", fields_set)
    object.__setattr__(record, "__pydantic_extra__", None)
    object.__setattr__(record, "__pydantic_private__", None)
    return record


@cache
def _models() -> dict[type[Record], tuple[int, tuple[str, ...]]]:
    """Number and YAML keys of the procedure model and of all nested models."""
    models: list[type[Record]] = [BY_NAME["procedure"].model]
    for model in models:  # grows during the iteration
        models += dict.fromkeys(spec.part for spec in specs(model) if spec.part and spec.part not in models)
    return {model: (number, tuple(spec.key for spec in specs(model))) for number, model in enumerate(models)}


@cache
def _by_number() -> list[tuple[type[Record], tuple[str, ...], set[str]]]:
    """Model, its field names, and the same as a set, by number."""
    return [
        (model, tuple(spec.name for spec in specs(model)), {spec.name for spec in specs(model)}) for model in _models()
    ]
