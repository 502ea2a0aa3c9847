"""The records of a store as plain data, so that two states can be compared without reading the content again."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from generator.loading.store import Entry, Store
from generator.loading.versions import VERSION_KINDS, resolve
from generator.schema.record import Record

Snapshot = dict[str, dict[str, Any]]
LEFT_OUT = {
    "abbreviation",
    "elsewhere",
    *VERSION_KINDS,  # the records carry them
    "filler",
    "handbook",
    "off_topic",
    "outside_question",
    "question",
    "sample_question",
    "synonym",
    "word_group",
}  # configuration, not shown to citizens


def snapshot(store: Store) -> Snapshot:
    """`kind/key` → the record as of the store's day, with its YAML keys, without empty parts."""
    records = {}
    store = resolve(store, store.effective_date())
    for name, entries in store.entries.items():
        if name in LEFT_OUT:
            continue
        for entry in entries:
            records[f"{name}/{_key(entry)}"] = record_data(entry.record)
    return dict(sorted(records.items()))


def record_data(record: Record) -> dict[str, Any]:
    """One record with its YAML keys, without empty parts."""
    return _full(record.model_dump())


def to_bytes(content: Snapshot) -> bytes:
    """Canonical JSON."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def from_bytes(data: bytes) -> Snapshot:
    """Raises ValueError if `data` is not a snapshot."""
    try:
        content = json.loads(data)
        json.dumps(content, ensure_ascii=False).encode()  # fails for lone surrogates, which cannot be encoded
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(content, dict) or not all(isinstance(record, dict) for record in content.values()):
        raise ValueError("not a snapshot")
    return content


def versions(content: Snapshot) -> dict[str, str]:
    """Record → start of its hash: two releases show the same record exactly if these are equal."""
    return {key: hashlib.sha256(to_bytes({key: record})).hexdigest()[:16] for key, record in content.items()}


def _key(entry: Entry) -> str:
    """Identifier independent of the position in the file: code, number or slug, else the file name."""
    wanted = {"procedure": "code", "law": "number"}.get(entry.kind.name)
    if wanted and getattr(entry.record, wanted):
        return str(getattr(entry.record, wanted))
    if entry.base:
        named = [getattr(entry.record, name, None) for name in ("slug", "term", "name", "number")]
        return next((str(name) for name in named if name), "/".join(map(str, entry.base)))
    path = entry.path.partition("/")[2].rpartition(".")[0]
    return path.partition("/")[2] if path.count("/") == 1 else path


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _full(item) for key, item in value.items() if item not in (None, "", [])}
    return [_full(item) for item in value] if isinstance(value, list) else value
