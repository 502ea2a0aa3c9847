"""YAML emitter for records: the model's key order, block scalars, quotes only where needed.

A custom emitter because the exact form of thousands of files matters: deterministic bytes, and fast. Values are
strings, integers, booleans, dates, lists and dicts with the keys of a record.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from operator import itemgetter

from generator.plain_data import Fields, Unchecked
from generator.schema.record import FieldSpec, Record, specs

WIDTH = 110  # columns of folded text
MAX_WIDTH = 120  # longer lines are folded
# Letters, digits and the punctuation that is safe at the start of a plain scalar.
_PLAIN_START = re.compile(r"[^\W_]|[(/“‘+<$–—…;•^]")
_NEVER_PLAIN = re.compile(
    r"^<<$|: |:$| #|\t|^[-+]?[\d.,:_ex+-]+$|^0x|^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$", re.IGNORECASE
)
_NEEDS_ESCAPES = re.compile("[\x00-\x1f\x7f\x85\xa0\u2028\u2029\ufeff]")


def dump(model: type[Record], data: Fields) -> str:
    """Serialise one record as YAML. Raises KeyError for a key that the model does not have."""
    out: list[str] = []
    _mapping(model, data, 0, out)
    return "\n".join(out) + "\n"


def dump_key(model: type[Record], key: str, value: object, indent: int = 0) -> str:
    """The YAML block of one key. Raises KeyError when the model does not have it."""
    out: list[str] = []
    _entry(_spec(model, key), value, indent, out)
    return "\n".join(out) + "\n"


def dump_list(model: type[Record], items: list[Unchecked], indent: int = 0) -> str:
    """Serialise a list: of records as in fields.yml, or of texts."""
    out: list[str] = []
    for item in items:
        if isinstance(item, dict):
            _item(model, item, indent, out)
        else:
            _scalar(" " * indent + "- ", item, indent + 2, out)
    return "\n".join(out) + "\n"


def scalar(value: object) -> str:
    """A one-line scalar, quoted only when needed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    text = str(value)
    if _NEEDS_ESCAPES.search(text) or text != text.strip():
        return _escaped(text)
    if text and _PLAIN_START.match(text) and not _NEVER_PLAIN.search(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _spec(model: type[Record], key: str) -> FieldSpec:
    if key not in _order(model):
        raise KeyError(f"{model.__name__} has no key {key!r}")
    return _order(model)[key][1]


def _mapping(model: type[Record], data: Fields, indent: int, out: list[str]) -> None:
    by_key = _order(model)
    unknown = data.keys() - by_key.keys()
    if unknown:
        raise KeyError(f"{model.__name__} has no keys {sorted(unknown)}")
    for _, spec in sorted((by_key[key] for key in data), key=itemgetter(0)):
        value = data[spec.key]
        if value not in (None, "", [], {}):
            _entry(spec, value, indent, out)


@cache
def _order(model: type[Record]) -> dict[str, tuple[int, FieldSpec]]:
    return {spec.key: (at, spec) for at, spec in enumerate(specs(model))}


def _entry(spec: FieldSpec, value: object, indent: int, out: list[str]) -> None:
    margin = " " * indent
    if isinstance(value, dict):
        out.append(f"{margin}{spec.key}:")
        _mapping(spec.part or Record, value, indent + 2, out)
    elif isinstance(value, list):
        out.append(f"{margin}{spec.key}:")
        for item in value:
            if isinstance(item, dict):
                _item(spec.part or Record, item, indent + 2, out)
            else:
                _scalar(f"{margin}  - ", item, indent + 4, out)
    else:
        # Codes look like numbers, so they are always quoted: another tool could turn 1.000110 into 1.00011.
        _scalar(f"{margin}{spec.key}: ", value, indent + 2, out)


def _item(model: type[Record], item: Fields, indent: int, out: list[str]) -> None:
    start = len(out)
    _mapping(model, item, indent + 2, out)
    if len(out) == start:
        out.append(" " * indent + "- {}")
    else:
        out[start] = " " * indent + "- " + out[start][indent + 2 :]


def _scalar(prefix: str, value: object, indent: int, out: list[str]) -> None:
    if not isinstance(value, str):
        out.append(prefix + scalar(value))
        return
    margin = " " * indent
    if "\n" in value and literal(value):
        out.append(f"{prefix}|-")
        out.extend(margin + line if line else "" for line in value.split("\n"))
    elif len(prefix) + len(value) > MAX_WIDTH and folds(value):
        out.append(f"{prefix}>-")
        out.extend(margin + line for line in wrap(value, WIDTH - indent))
    else:
        out.append(prefix + scalar(value))


def literal(text: str) -> bool:
    """True if a text of several lines can be written as a literal block scalar."""
    return (
        not _NEEDS_ESCAPES.search(text.replace("\n", ""))
        and text == text.strip()
        and not re.search(r"^[ ]|[ ]$", text, re.MULTILINE)
    )


def folds(text: str) -> bool:
    """True if a long text can be written as a folded block scalar without changing it."""
    return " " in text and "  " not in text and text == text.strip() and not _NEEDS_ESCAPES.search(text)


def wrap(text: str, width: int) -> list[str]:
    """The lines of a folded text, at most `width` columns unless a word is longer."""
    lines: list[str] = []
    start, width = 0, max(0, width)
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0 and (end := text.find(" ", start)) < 0:
            break
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start:]]


def _escaped(text: str) -> str:
    named = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    return (
        '"'
        + "".join(named.get(char) or (f"\\u{ord(char):04x}" if _NEEDS_ESCAPES.match(char) else char) for char in text)
        + '"'
    )
