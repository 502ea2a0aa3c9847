"""Hashes of the values that the last import wrote, by key: the base of the three-way merge.

Stored below the content folder in `.nhap/KIND.json` (hidden, so the reader skips it), one sorted line per record.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = ".nhap"
MergeBase = dict[str, dict[str, str]]  # file path below the content folder -> key -> mark


def field_hash(value: Any) -> str:
    """A short hash of a plain value (12 hexadecimal digits)."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def read_merge_base(root: Path, kind: str) -> MergeBase:
    """The hashes of the last import of `kind`; empty when there is none or the file is damaged."""
    file = root / FOLDER / f"{kind}.json"
    try:
        data = json.loads(file.read_text("utf-8")) if file.is_file() else {}  # reading a FIFO would block
    except (OSError, ValueError, RecursionError):
        return {}
    return {path: keys for path, keys in data.items() if isinstance(keys, dict)} if isinstance(data, dict) else {}


def dump_merge_base(marks: MergeBase) -> str:
    """The text of the file: JSON with one line per record, so that diffs show which records changed."""
    lines = [f"{json.dumps(path)}: {json.dumps(keys, sort_keys=True)}" for path, keys in sorted(marks.items()) if keys]
    return "{\n" + ",\n".join(lines) + "\n}\n"
