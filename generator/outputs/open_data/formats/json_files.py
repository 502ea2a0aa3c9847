"""JSON with all documents in one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.outputs.exports.registry import compact_json
from generator.plain_data import JsonObject


def json_list(head: JsonObject, count: int, parts: Iterable[Sequence[bytes]]) -> Iterator[bytes]:
    """One JSON object in pieces: the head's keys, the number of records, and the documents under `ban_ghi`. count: of
    all documents; parts: the documents as JSON."""
    yield compact_json(head | {"so_ban_ghi": count})[:-1] + b',"ban_ghi":['
    between = b""
    for lines in parts:
        if lines:
            yield between + b",\n".join(lines)
            between = b",\n"
    yield b"]}\n"
