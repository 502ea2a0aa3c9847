"""The records of a store as plain data, so that two states can be compared without reading the content again.

A record whose versions make it differ in another edition than that of the root is there for that edition too, as
`kind/key@FOLDER`: the day of the present edition moves, its folder stays."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable

from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, VERSIONED, has_versions, resolve
from generator.plain_data import Fields, Unchecked
from generator.schema.record import Record

Snapshot = dict[str, Fields]
EDITION = "@"  # before the folder of an edition
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


def snapshot(store: Store, as_of: dt.date | None = None) -> Snapshot:
    """`kind/key` → the record as of the day of the root, with its YAML keys, without empty parts; what differs in the
    other editions. as_of: this day alone."""
    root = store.effective_date(as_of)
    records = _records(resolve(store, root), [kind for kind in store.kinds() if kind not in LEFT_OUT])
    sites = store.of("site") if not as_of and has_versions(store) else []
    for edition in sites[0].record.editions if sites else ():
        if edition.day and edition.day != root and not edition.frozen:
            for key, record in _records(resolve(store, edition.day), VERSIONED).items():
                if record != records.get(key):
                    records[f"{key}{EDITION}{edition.place.rstrip('/')}"] = record
    return dict(sorted(records.items()))


def _records(store: Store, kinds: Iterable[str]) -> Snapshot:
    return {f"{kind}/{_key(entry)}": record_data(entry.record) for kind in kinds for entry in store.of(kind)}


def record_data(record: Record) -> Fields:
    """One record with its YAML keys, without empty parts."""
    full: Fields = _full(record.model_dump())
    return full


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


def _full(value: object) -> Unchecked:
    if isinstance(value, dict):
        return {key: _full(item) for key, item in value.items() if item not in (None, "", [])}
    return [_full(item) for item in value] if isinstance(value, list) else value
