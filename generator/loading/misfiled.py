"""Detects a record in the folder of another kind, by its keys."""

from __future__ import annotations

import re

from generator.schema.kinds import BODY_KEY, KINDS, Kind
from generator.schema.record import specs

# field by which other records reference one; the file name is used if it is unreadable
IDENTITY = {"procedure": "ma_thu_tuc", "law": "so_ky_hieu", "field": "ten", "agency": "slug", "holidays": "nam"}


def kind_by_keys(data: object, expected: Kind | None) -> Kind | None:
    """The kind whose keys `data` clearly has, if it is not `expected`; None if the keys do not decide it."""
    keys = _keys(data)
    if len(keys) < 2:
        return None
    own_misfit = _misfit(expected, keys, data) if expected else len(keys)
    if own_misfit < 2:
        return None
    if expected and keys <= {spec.key for spec in specs(expected.model)}:
        return None  # merely incomplete; besides, a kind without required parts would fit any record
    fits = sorted((_misfit(kind, keys, data), at) for at, kind in enumerate(KINDS) if kind is not expected)
    best, at = fits[0]
    return KINDS[at] if best + 2 <= own_misfit and best * 3 <= own_misfit and best * 2 < len(keys) else None


def folder_of(kind: Kind) -> str:
    """Where records of the kind are stored, for messages: content/procedures/, content/plan/<năm>/tasks/,
    content/site.yml."""
    path = kind.path.replace(r"\d{4}", "<năm>").replace("ya?ml", "yml").replace("\\", "")
    path = path.replace("(?:[^/]+/)*", "").replace("(-[a-z-]+)?", "")
    path = path.replace("@[^/]+", "@<ngày>")
    path = re.sub(r"\[\^/\]\+\.(yml|md)$", "", path).replace("[^/]+", "<tên>")
    return f"content/{path}"


def identities(kind: Kind, data: object, stem: str) -> set[str]:
    """`kind/name` for every name by which other records may reference `data`, in the form of Store.unread."""
    names = {f"{kind.name}/{stem}"}
    key = IDENTITY.get(kind.name)
    for record in data if isinstance(data, list) else [data]:
        name = record.get(key) if key and isinstance(record, dict) else None
        if isinstance(name, str):
            names.add(f"{kind.name}/{name}")
    return names


def _keys(data: object) -> set[str]:
    first = next((item for item in data if isinstance(item, dict)), None) if isinstance(data, list) else data
    return set(first) - {BODY_KEY} if isinstance(first, dict) else set()


def _misfit(kind: Kind, keys: set[str], data: object) -> int:
    """(number of keys the kind does not know, number of required keys that are missing)."""
    if kind.many != isinstance(data, list):
        return len(keys) + 2
    model = specs(kind.model)
    return len(keys - {spec.key for spec in model}) + sum(spec.required and spec.key not in keys for spec in model)
