"""A file's scalars with their positions and fields, for fixers that change single values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.loading.front_matter import split
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions, YamlError
from generator.problem import KeyPath
from generator.schema.key_order import spec_at
from generator.schema.kinds import Kind
from generator.schema.record import FieldSpec


class Scalar(NamedTuple):
    """A one-line value; line and column are 0-based and include an opening quote."""

    spec: FieldSpec
    value: str
    line: int
    column: int


def yaml_part(text: str, kind: Kind) -> tuple[str, int]:
    """(YAML text, number of preceding lines): the whole file, or the front matter of a Markdown file."""
    if not kind.markdown:
        return text, 0
    parts = split(text)
    return (parts[0], 1) if parts else ("", 0)


def data_of(text: str, kind: Kind) -> Any:
    """The parsed file, with a Markdown body under noi_dung. Raises YamlError."""
    data = parse(yaml_part(text, kind)[0])
    if kind.markdown and isinstance(data, dict):
        parts = split(text)
        return data | {"noi_dung": parts[1] if parts else ""}
    return data


def scalars(text: str, kind: Kind) -> Iterator[Scalar]:
    """One-line scalars of declared fields in reverse order, so that changing one does not move the others."""
    source, before = yaml_part(text, kind)
    positions = Positions()
    try:
        data = parse(source, positions)
    except YamlError:
        return
    for path, (line, column) in sorted(positions.values.items(), key=lambda item: item[1], reverse=True):
        spec = spec_at(kind.model, path)
        value = _at(data, path)
        if spec is not None and isinstance(value, str):
            yield Scalar(spec, value, line - 1 + before, column - 1)


def replace(text: str, scalar: Scalar, written: str, plain_only: bool = False) -> str:
    """`text` with the scalar replaced by `written`; unchanged if the source differs from the parsed value."""
    lines = text.split("\n")
    row = lines[scalar.line]
    quotes = ("",) if plain_only else ("", '"', "'")
    for quote in quotes:
        old = f"{quote}{scalar.value}{quote}"
        end = scalar.column + len(old)
        if row.startswith(old, scalar.column) and row[end : end + 1].strip() in ("", ",", "]", "}", "#"):
            lines[scalar.line] = row[: scalar.column] + written + row[end:]
            return "\n".join(lines)
    return text


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data
