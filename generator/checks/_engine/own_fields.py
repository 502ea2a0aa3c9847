"""The fields of a record that rules on single values look at."""

from __future__ import annotations

from generator.loading.entry import Entry, Text
from generator.loading.versions import VERSION_KINDS
from generator.schema.record import WalkedField, specs
from generator.schema.version import VersionHead

_HEAD = {spec.key for spec in specs(VersionHead)}


def own_fields(entry: Entry) -> list[WalkedField]:
    """Every field; of a dated version those of its head alone: its parts are checked in the record as of its day."""
    if entry.kind.name not in VERSION_KINDS:
        return entry.fields
    return [item for item in entry.fields if item[0][0] in _HEAD]


def own_texts(entry: Entry) -> list[Text]:
    """Every text of `own_fields`."""
    if entry.kind.name not in VERSION_KINDS:
        return entry.texts
    return [item for item in entry.texts if item[0][0] in _HEAD]
