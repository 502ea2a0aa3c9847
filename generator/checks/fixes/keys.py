"""Sorts keys into the order of the model (TT-098). Blocks of lines move with the comments directly above their key."""

from __future__ import annotations

from typing import Any

from generator.checks.fixes._parsed import yaml_part
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions, YamlError
from generator.problem import KeyPath
from generator.schema.key_order import first_out_of_order, ranks, spec_at
from generator.schema.kinds import Kind

FIXES = "TT-098"
ORDER = 6
DESCRIPTION = "xếp lại thứ tự khóa"
ROUNDS = 200  # one mapping per round


def fix(text: str, kind: Kind) -> str:
    for _ in range(ROUNDS):
        better = _one_mapping(text, kind)
        if better is None or better == text:
            break
        text = better
    return text


def _one_mapping(text: str, kind: Kind) -> str | None:
    source, before = yaml_part(text, kind)
    positions = Positions()
    try:
        data = parse(source, positions)
    except YamlError:
        return None
    wrong = first_out_of_order(kind.model, data)
    if wrong is None:
        return None
    path = wrong[:-1]
    model = spec_at(kind.model, path).part if any(isinstance(part, str) for part in path) else kind.model  # type: ignore[union-attr]
    keys = list(_at(data, path))
    lines = text.split("\n")
    starts = [(positions.keys[(*path, key)][0] - 1 + before, positions.keys[(*path, key)][1] - 1) for key in keys]
    rows, column = [row for row, _ in starts], starts[0][1]
    if len(set(rows)) < len(rows) or any(place != column for _, place in starts):
        return None  # flow style ({a: 1, b: 2}): not reordered
    chunks = _chunks(lines, rows, column)
    order = _order(keys, model)
    return "\n".join(
        lines[: rows[0]]
        + _joined([chunks[at] for at in order], lines[rows[0]][:column])
        + lines[rows[0] + sum(map(len, chunks)) :]
    )


def _chunks(lines: list[str], rows: list[int], column: int) -> list[list[str]]:
    """The lines of each entry; comment lines directly above a key belong to that key."""
    begins = [rows[0]]
    for row in rows[1:]:
        while lines[row - 1].strip().startswith("#") and _indent(lines[row - 1]) == column and row - 1 > begins[-1]:
            row -= 1
        begins.append(row)
    end = rows[-1] + 1
    for at in range(rows[-1] + 1, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        same_list = _indent(line) == column and line.lstrip().startswith("- ")
        if _indent(line) <= column and not same_list:
            break
        end = at + 1
    return [lines[begin:stop] for begin, stop in zip(begins, [*begins[1:], end], strict=True)]


def _joined(chunks: list[list[str]], prefix: str) -> list[str]:
    """The chunks concatenated; the first is prefixed with what precedes the mapping on its line (`- `)."""
    width, joined = len(prefix), []
    for number, chunk in enumerate(chunks):
        head = chunk[0][width:]
        joined += [(prefix if number == 0 else " " * width) + head, *chunk[1:]]
    return joined


def _order(keys: list[str], model: object) -> list[int]:
    """Indexes of the keys in the model's order; an unknown key stays behind the key that precedes it."""
    key_ranks, last, weights = ranks(model), -1, []
    for key in keys:
        last = key_ranks[key][0] if key in key_ranks else last
        weights.append(last)
    return sorted(range(len(keys)), key=lambda at: (weights[at], at))


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data
