"""Procedures without the texts that only their own pages show, in few bytes: what is kept of thousands at once.

Buys: 10 KB of memory a record instead of 75. The bytes are the same for the same content, whoever packs it, so their digest
tells whether others can see a difference (outline.py).
"""

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
PRESENT = "…"  # others can only see that there is a text
LIST, DATE = -1, -2  # first item of what stands for a list, a day; records have their number in _models()
VERSION = 2  # of marshal: later ones write shared objects differently, whatever their value
# what many records have in common, while records are unpacked: nobody changes a record that was read
_SAME: dict[tuple, Any] = {}
_TEXTS: dict[str, str] = {}


def serialise(record: Record, whole: bool = False) -> bytes:
    """`record` without its own texts (whole: with them)."""
    return marshal.dumps(_flat(record, None if whole else _hidden()), VERSION)


def deserialise(path: str, packed: bytes) -> Entry:
    """The procedure of `pack`, with a document that is nothing but a path."""
    return Entry(BY_NAME["procedure"], Document(path, "", None, ""), _record(marshal.loads(packed)))


def clear_interned() -> None:
    """After the last `unpack`: let go of what only helps to find common parts."""
    _SAME.clear()
    _TEXTS.clear()


def _flat(value: Any, hidden: dict[str, Any] | None) -> Any:
    """`value` in tuples. hidden: what to leave out below it, as in `_hidden`."""
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
    """OWN_TEXTS as a tree: key → what is hidden below it, nothing below for a text to leave out."""
    tree: dict[str, Any] = {}
    for path in PRIVATE_FIELDS:
        place = tree
        for key in path:
            place = place.setdefault(key, {})
    return tree


def _value(flat: Any) -> Any:
    if flat.__class__ is not tuple:
        return flat
    known = _SAME.get(flat)
    if known is None:
        if flat[0] == LIST:
            known = _values(flat)
        else:
            known = dt.date.fromordinal(flat[1]) if flat[0] == DATE else _record(flat)
        _SAME[flat] = known
    return known


def _values(flat: tuple) -> list[Any]:
    return [_TEXTS.setdefault(item, item) if item.__class__ is str else _value(item) for item in flat[1:]]


def _record(flat: tuple) -> Record:
    model, names, given = _by_number()[flat[0]]
    record = model.__new__(model)
    object.__setattr__(record, "__dict__", dict(zip(names, _values(flat), strict=True)))
    object.__setattr__(record, "__pydantic_fields_set__", given)
    object.__setattr__(record, "__pydantic_extra__", None)
    object.__setattr__(record, "__pydantic_private__", None)
    return record


@cache
def _models() -> dict[type[Record], tuple[int, tuple[str, ...]]]:
    """Number and YAML keys of a procedure's record and of all its parts."""
    found: list[type[Record]] = [BY_NAME["procedure"].model]
    for model in found:  # grows while it is gone through
        found += dict.fromkeys(spec.part for spec in specs(model) if spec.part and spec.part not in found)
    return {model: (number, tuple(spec.key for spec in specs(model))) for number, model in enumerate(found)}


@cache
def _by_number() -> list[tuple[type[Record], tuple[str, ...], set[str]]]:
    """Record, names of its fields, and the same as a set, by number."""
    return [
        (model, tuple(spec.name for spec in specs(model)), {spec.name for spec in specs(model)}) for model in _models()
    ]
