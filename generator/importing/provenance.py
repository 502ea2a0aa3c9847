"""Hashes of the values that an import of an older version wrote, by key, in `.nhap/KIND.json`: the base of the merge
for records that have no snapshot yet (sync/snapshots.py). The file is read and never written any more."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

FOLDER = ".nhap"
MergeKeys = dict[str, str]  # key -> hash of its value
MergeBase = dict[str, MergeKeys]  # file path below the content folder -> its keys


def field_hash(value: object) -> str:
    """A short hash of a plain value (12 hexadecimal digits)."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def hashes(data: object) -> MergeKeys:
    """The hash of each value of a record, by key."""
    return {key: field_hash(value) for key, value in data.items()} if isinstance(data, dict) else {}


def read_merge_base(root: Path, kind: str) -> MergeBase:
    """The hashes of the last import of `kind`; empty when there is none or the file is damaged."""
    file = root / FOLDER / f"{kind}.json"
    try:
        data = json.loads(file.read_text("utf-8")) if file.is_file() else {}  # reading a FIFO would block
    except (OSError, ValueError, RecursionError):
        return {}
    return {path: keys for path, keys in data.items() if isinstance(keys, dict)} if isinstance(data, dict) else {}
