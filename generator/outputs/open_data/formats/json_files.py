"""JSON: one object a file, one object a line, or all in one list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.outputs.exports.registry import compact_json


def json_lines(lines: Sequence[bytes]) -> bytes:
    """JSON Lines: each document on a line of its own."""
    return b"".join(line + b"\n" for line in lines)


def json_list(head: dict[str, Any], lines: Sequence[bytes]) -> bytes:
    """One JSON object: the head's keys, the number of records, and the documents under `ban_ghi`."""
    opening = compact_json(head | {"so_ban_ghi": len(lines)})[:-1]
    return opening + b',"ban_ghi":[' + b",\n".join(lines) + b"]}\n"
