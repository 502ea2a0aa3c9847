"""Single slips in what a file says: a value left out, misspelt, of another type, out of range, written twice.

slips.py changes how a line is written; these leave valid YAML, mostly, and say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions
from generator.problem import KeyPath

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CODE = re.compile(r'"?\d\.\d{6}"?')
_NUMBER_OF_LAW = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ][\w-]*")
_PHONE = re.compile(r'"?[\d. ]{8,12}"?')


class ValueSlip(NamedTuple):
    """way: what was done; place: keys that lead to the value, without indices; lines: first and last line, from 1, at
    which it may be told; text: the file after it."""

    way: str
    place: tuple[str, ...]
    lines: tuple[int, int]
    text: str


def value_slips(text: str) -> Iterator[ValueSlip]:
    """Every slip in every value of a YAML text, or of the front matter of a Markdown text."""
    if text.startswith("---\n"):
        end = text.index("\n---\n") + 1
        for slip in value_slips(text[4:end].rstrip("\n")):
            first, last = slip.lines
            yield slip._replace(lines=(first + 1, last + 1), text=f"---\n{slip.text}\n{text[end:]}")
        return
    positions = Positions()
    data = parse(text, positions)
    lines = text.split("\n")
    for path, value in _walk(data):
        if path in positions.keys or path in positions.values:
            at = positions.find(path, key=isinstance(path[-1], str))
            place = tuple(part for part in path if isinstance(part, str))
            for way, (first, last), rows in _changed(lines, at[0] - 1, at[1] - 1, path, value):
                yield ValueSlip(way, place, (first + 1, last + 1), "\n".join(rows))


def _walk(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield (*path, key), value
        yield from _walk(value, (*path, key))


def _end(lines: list[str], at: int, column: int) -> int:
    """The line after the block that begins at a line and column."""
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > column):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return end


Change = tuple[str, tuple[int, int], list[str]]


def _changed(lines: list[str], at: int, column: int, path: KeyPath, value: Any) -> Iterator[Change]:
    if isinstance(path[-1], int):
        yield from _changed_item(lines, at, path[-1], value)
        return
    key, row = path[-1], lines[at]
    head = row[:column]
    end = _end(lines, at, column)
    block, before, after = lines[at:end], lines[:at], lines[end:]
    near = (at, at)

    def put(rows: list[str]) -> list[str]:
        return [*before, *rows, *after]

    if not re.match(rf"{re.escape(key)}:(?: |$)", row[column:]):
        return
    if not head.strip():
        yield "left out", (max(at - 1, 0), at), put([])
        yield "written twice", (at, end + len(block) - 1), put([*block, *block])
        yield "indented by one more", (at, end), put([f" {one}" for one in block])
    elif after and after[0].startswith(" " * column) and after[0].strip() and after[0][column] not in " -":
        yield "left out", near, [*before, head + after[0][column:], *after[1:]]
    yield "key misspelt", near, put([head + key[:-1] + ":" + row[column + len(key) + 1 :], *block[1:]])
    yield "emptied", near, put([f"{head}{key}:"])
    if isinstance(value, str):
        for way, new in _other(value, row[column + len(key) + 2 :] if end == at + 1 else ""):
            yield way, near, put([f"{head}{key}: {new}"])
        yield "a part for a value", (at, at + 1), put([f"{head}{key}:", f"{' ' * column}  ten: {_plain(value)}"])
    else:
        yield "words for a part", near, put([f"{head}{key}: chữ"])


def _changed_item(lines: list[str], at: int, index: int, value: Any) -> Iterator[Change]:
    dash = lines[at].find("- ")
    if dash < 0 or lines[at][:dash].strip():
        return
    end = _end(lines, at, dash)
    block, before, after = lines[at:end], lines[:at], lines[end:]
    following = after[: _end(after, 0, dash)] if after and after[0].startswith(" " * dash + "- ") else []
    if index or following:
        yield "item left out", (max(at - 1, 0), at), [*before, *after]
    yield "item written twice", (at, end + len(block) - 1), [*before, *block, *block, *after]
    if following:
        last = end + len(following) - 1
        yield "items swapped", (at, last), [*before, *following, *block, *after[len(following) :]]
    if isinstance(value, str):
        for way, new in _other(value, lines[at][dash + 2 :] if end == at + 1 else ""):
            yield way, (at, at), [*before, f"{' ' * dash}- {new}", *after]
        yield "dash forgotten", (at, at), [*before, f"{' ' * dash}  {block[0][dash + 2 :]}", *block[1:], *after]
    else:
        yield "words for a part", (at, at), [*before, f"{' ' * dash}- chữ", *after]


def _other(value: str, written: str) -> Iterator[tuple[str, str]]:
    """What may stand in place of a value: what was done, the YAML. written: its YAML if that is one line."""
    half = len(value) // 2
    if len(value) > 2 and not _DAY.fullmatch(value):
        yield "a letter dropped", _plain(value[:half] + value[half + 1 :])
    if len(value) > 60:
        yield "cut", _plain(value[:half])
    yield "a list for a value", f"[{_plain(value)}]"
    if found := _DAY.fullmatch(value):
        year, month, day = found.groups()
        yield "day that does not exist", f"{year}-{month}-32"
        yield "month that does not exist", f"{year}-13-{day}"
        yield "century mistyped", f"{int(year) + 200}-{month}-{day}"
        yield "a year earlier", f"{int(year) - 1}-{month}-{day}"
        yield "ten years later", f"{int(year) + 10}-{month}-{day}"
        yield "day as words", "hôm nay"
        yield "another way of writing days", f"{day}/{month}/{year}"
    elif value.isdecimal() and not written.startswith('"'):
        yield "negative", f"-{value}"
        yield "a thousand times", f"{value}000"
        yield "one more", str(int(value) + 1)
        yield "a number in words", "hai"
        yield "a broken number", f"{value},5"
    elif value in ("true", "false"):
        yield "the opposite", "false" if value == "true" else "true"
    elif _CODE.fullmatch(value):
        yield "code that nobody has", '"9.999999"'
        yield "code of something else", '"1.000894"'
    elif _NUMBER_OF_LAW.fullmatch(value):
        yield "document that nobody has", value.replace(value.split("/")[0], "987", 1)
    elif value.startswith("http"):
        yield "address without its scheme", _plain(value.partition("://")[2])
        yield "address with a space", _plain(value.replace(".", ". ", 1))
    elif _PHONE.fullmatch(value):
        yield "a digit too many", f'"{value}99"'
    elif re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", value):
        yield "name that nobody has", "khong-co-ai"
    else:
        yield "other words", "chữ khác"


def _plain(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").strip() + '"'
