"""Records that were published once and removed; their identifiers keep resolving."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.records import Addresses
from generator.plain_data import Fields


def tombstones(catalogue: Catalogue, data_set: str) -> list[Fields]:
    """The tombstones of a data set, from content/removed.yml, in the file's order."""
    at = Addresses(catalogue)
    made = []
    for entry in catalogue.store.of("removed"):
        record = entry.record
        if record.data_set == data_set and record.key:
            found = {
                "id": at.name(data_set, record.key),
                "ma": record.key,
                "da_go": True,
                "ngay": record.date.isoformat() if record.date else None,
                "ly_do": record.reason,
                "thay_the_boi": [at.name(data_set, other) for other in record.successors],
            }
            made.append({key: value for key, value in found.items() if value not in (None, [])})
    return made
