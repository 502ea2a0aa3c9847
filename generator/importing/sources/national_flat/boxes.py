"""Opens what programs put around records: an answer with a list inside, records by their code or number."""

from __future__ import annotations

import json

from generator.importing import text_cleaning
from generator.importing.sources.national_flat.shapes import collect, label
from generator.plain_data import Fields, Unchecked
from generator.schema.codes import PROCEDURE_CODE

OWN = {"code", "name"}
MIN_LABELS = 3
Placed = tuple[str, Unchecked]  # place in Vietnamese, item


def opened(location: str, item: object) -> tuple[list[Placed], str]:
    """(the records in the item, the texts beside them); the item itself if it is one record, or nothing known."""
    if not isinstance(item, dict) or not item or OWN & set(map(label, item)):
        return [(location, item)], ""
    if all(map(_is_record, item.values())):
        if all(map(PROCEDURE_CODE.fullmatch, item)):
            return [
                (f"{location}, {code}", row if "code" in set(map(label, row)) else {"Mã thủ tục": code, **row})
                for code, row in item.items()
            ], ""
        if len({str([row[key] for key in row if label(key) in OWN]) for row in item.values()}) == len(item) > 1:
            return [(f"{location}, {key}", row) for key, row in item.items()], ""
    if not OWN & collect(item)[0].keys():
        rows, beside = _list_inside(item)
        if rows:
            return [(f"{location}, mục {at}", row) for at, row in enumerate(rows, start=1)], "; ".join(beside)
    return [(location, item)], ""


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and "name" in set(map(label, value))


def _list_inside(item: Fields, above: str = "") -> tuple[list[Unchecked], list[str]]:
    """(the records of the only list of records in the item, what is beside it)."""
    found: list[Unchecked] = []
    beside: list[str] = []
    for key, value in item.items():
        if isinstance(value, list) and value and all(map(_is_full, value)):
            if found:
                return [], []
            found = value
        elif isinstance(value, dict):
            rows, more = _list_inside(value, f"{above}{key}.")
            beside += more
            if rows and found:
                return [], []
            found = found or rows
        elif value not in (None, "", [], {}):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            beside.append(f"{above}{key}: {text_cleaning.line(text)}")
    return found, beside


def _is_full(value: object) -> bool:
    labels = set(map(label, value)) - {""} if isinstance(value, dict) else set()
    return bool(OWN & labels) and len(labels) >= MIN_LABELS
