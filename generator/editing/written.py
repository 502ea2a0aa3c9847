"""Serialises new values as YAML in the importer's style; numbers, days and truth values unquoted where the field
accepts them."""

from __future__ import annotations

import re

from generator.importing.typed_values import dump_plain, spec_of, typed, typed_value
from generator.importing.yaml_writer import dump_list, scalar
from generator.plain_data import Fields, Unchecked
from generator.schema.record import FieldSpec, Record, specs

EMPTY: tuple[object, ...] = (None, "", [], {})  # values that a file does not state
_IN_FLOW = re.compile(r"[,\[\]{}]|#")


def pruned(value: object) -> Unchecked:
    """The data without empty parts: None, empty texts, lists and mappings."""
    if isinstance(value, dict):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in EMPTY}
    if isinstance(value, list):
        return [item for item in map(pruned, value) if item not in EMPTY]
    return value


def typed_data(model: type[Record], data: Fields) -> Fields:
    """The record with numbers, days and truth values where its fields take them."""
    typed: Fields = typed_value(None, data, model)
    return typed


def items_text(model: type[Record], rows: list[Unchecked]) -> str:
    """The text of a file that is a list of records."""
    return dump_list(model, [typed_value(None, row, model) for row in rows])


def entry_lines(model: type[Record], key: str, value: object, indent: int) -> list[str]:
    """The lines of one key with its value. Raises KeyError if the record has no such key."""
    return _indented(dump_plain(model, key, value, indent))


def item_lines(spec: FieldSpec | None, model: type[Record], value: object, indent: int) -> list[str]:
    """The lines of one item of a list. spec: the list's field, None for a file that is a list of `model`."""
    return _indented(dump_list(model, [typed_value(spec, value, model)], indent))


def _indented(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def flow_text(spec: FieldSpec | None, value: object, model: type[Record] | None = None) -> str:
    """The value on one line, for use inside `[…]` and `{…}`."""
    model = model or (spec.part if spec else None)
    if isinstance(value, dict):
        order = {one.key: at for at, one in enumerate(specs(model))} if model else {}
        keys = sorted(value, key=lambda key: order.get(key, len(order)))
        return "{" + ", ".join(f"{key}: {flow_text(spec_of(model, key), value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(spec, item) for item in value) + "]"
    if value is None:
        return '""'
    plain = scalar(typed(spec, value) if isinstance(value, str) else value)
    return plain if plain[:1] in "\"'" or not _IN_FLOW.search(plain) else quoted(str(value), '"')


def quoted(text: str, mark: str) -> str:
    """The text in quotes of the given kind, or in double ones if it needs escapes."""
    simple = not re.search("[\x00-\x1f\x7f\x85\xa0\u2028\u2029\ufeff]", text)
    if mark == "'" and simple:
        return "'" + text.replace("'", "''") + "'"
    if simple and '"' not in text and "\\" not in text:
        return f'"{text}"'
    if simple:
        return "'" + text.replace("'", "''") + "'"
    return scalar(text)  # written with escapes
