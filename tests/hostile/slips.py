"""Single slips of a hand: every line of a file changed in each of these ways, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_KEY = re.compile(r"(\s*(?:- )*)([a-z][a-z0-9_]+):(?: (.*)|$)")


class Slip(NamedTuple):
    """way: what was done; line: where, from 1; text: the file after it."""

    way: str
    line: int
    text: str


def slips(text: str) -> Iterator[Slip]:
    """Every slip of every line of `text`."""
    lines = text.split("\n")
    for at, row in enumerate(lines):
        if not row.strip() or row.strip() == "---":
            continue
        for way, rows in _ways(row, lines[at + 1] if at + 1 < len(lines) else ""):
            count = 2 if way == "joined with the next line" else 1
            yield Slip(way, at + 1, "\n".join([*lines[:at], *rows, *lines[at + count :]]))


def _ways(row: str, following: str) -> Iterator[tuple[str, list[str]]]:
    yield "line deleted", []
    yield "line doubled", [row, row]
    yield "one space more before the line", [f" {row}"]
    yield "a tab before the line", [f"\t{row}"]
    if row.startswith(" "):
        yield "one space less before the line", [row[1:]]
        indent = len(row) - len(row.lstrip())
        yield "no-break spaces before the line", ["\u00a0" * indent + row.lstrip()]
        yield "a tab for the spaces before the line", ["\t" + row.lstrip()]
    if re.match(r"\s*- ", row):
        yield "dash dropped", [row.replace("- ", "  ", 1)]
        yield "no space after the dash", [row.replace("- ", "-", 1)]
        yield "an en dash for the dash", [row.replace("- ", "– ", 1)]
        yield "no-break space after the dash", [row.replace("- ", "-\u00a0", 1)]
    for quote in "\"'":
        if row.count(quote) == 2:
            yield "opening quote dropped", [row.replace(quote, "", 1)]
            yield "closing quote dropped", [quote.join(row.split(quote)[:2]) + row.split(quote)[2]]
    found = _KEY.fullmatch(row)
    if not found:
        return
    head, key, value = found.groups()
    middle = len(key) // 2
    yield "a letter of the key dropped", [row.replace(key, key[:middle] + key[middle + 1 :], 1)]
    yield "underscores of the key dropped", [row.replace(key, key.replace("_", ""), 1)] if "_" in key else [f"{row} "]
    yield "colon dropped", [row.replace(":", "", 1)]
    yield "full-width colon", [row.replace(": ", "：", 1) if value else row.replace(":", "：", 1)]
    yield "a letter of the key is invisible", [row.replace(key, f"{key[:1]}\u200b{key[1:]}", 1)]
    yield "a dash before the key", [f"{head}- {row[len(head) :]}"]
    if value:
        yield "no space after the colon", [row.replace(": ", ":", 1)]
        yield "no-break space after the colon", [row.replace(": ", ":\u00a0", 1)]
        yield "a colon in the value", [f"{head}{key}: Lưu ý: {value}"]
        if value[0] not in ">|":
            yield "a list for the value", [f"{head}{key}: [{value}]"]
            yield "a quote at the beginning", [f'{head}{key}: "Một" {value}']
            for mark in "*&!%@`[{>|":
                yield f"{mark} at the beginning", [f"{head}{key}: {mark}{value}"]
    elif following.startswith(" " * (len(row) - len(row.lstrip()))):
        yield "words for the part", [f"{head}{key}: chữ"]
    if _KEY.fullmatch(following) and value:
        yield "joined with the next line", [f"{row} {following.lstrip()}"]
