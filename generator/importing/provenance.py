"""What the last import wrote, key by key, so that the next one can tell people's edits from its own work.

Kept below the content folder in `.nhap/KIND.json` (a hidden folder: the reader skips it), one line a record, sorted.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = ".nhap"
MergeBase = dict[str, dict[str, str]]  # file path below the content folder -> key -> mark


def field_hash(value: Any) -> str:
    """A short fingerprint of a plain value."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def read_merge_base(root: Path, kind: str) -> MergeBase:
    """The marks of the last import of `kind`; empty when there was none or the file is damaged."""
    file = root / FOLDER / f"{kind}.json"
    try:
        data = json.loads(file.read_text("utf-8")) if file.is_file() else {}  # a FIFO in its place would wait for ever
    except (OSError, ValueError, RecursionError):
        return {}
    return {path: keys for path, keys in data.items() if isinstance(keys, dict)} if isinstance(data, dict) else {}


def dump_merge_base(marks: MergeBase) -> str:
    """The file's text: valid JSON with a line per record, so that a review shows which records changed."""
    lines = [f"{json.dumps(path)}: {json.dumps(keys, sort_keys=True)}" for path, keys in sorted(marks.items()) if keys]
    return "{\n" + ",\n".join(lines) + "\n}\n"
