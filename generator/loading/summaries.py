"""The store as the rest of the program sees it: the summaries of procedures; a whole one is loaded on demand."""

from __future__ import annotations

from dataclasses import replace

from generator.loading.store import Entry, Store
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import summarise


def with_summaries(store: Store) -> Store:
    """`store` with the summaries of the procedures, for rules of scope `content` and the catalogue."""
    return replace(store, entries=store.entries | {"procedure": [summary_of(entry) for entry in store.of("procedure")]})


def summary_of(entry: Entry) -> Entry:
    """The entry with the summary of its procedure; itself if it has one already."""
    if not isinstance(entry.record, Procedure):
        return entry
    return replace(entry, record=summarise(entry.record), load=lambda: entry.record)
