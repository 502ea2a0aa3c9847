"""The store as the rest of the program sees it: the summaries of procedures; a whole one is loaded on demand."""

from __future__ import annotations

from generator.loading.store import Entry
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import summarise


def summary_of(entry: Entry) -> Entry:
    """The entry with the summary of its procedure; itself if it has one already."""
    if not isinstance(entry.record, Procedure):
        return entry
    return entry.changed(record=summarise(entry.record), load=lambda: entry.record)
