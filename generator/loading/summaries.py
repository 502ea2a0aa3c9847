"""The store as the rest of the program sees it: procedures as summaries, whole records loaded on demand."""

from __future__ import annotations

from generator.loading.entry import Entry
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import summarise


def summary_of(entry: Entry) -> Entry:
    """The entry with the summary of its procedure; the entry itself if it has a summary already."""
    if not isinstance(entry.record, Procedure):
        return entry
    return entry.changed(record=summarise(entry.record), load=lambda: entry.record)
