"""The content as known and in force on a day, for comparing two days."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.loading.diff.snapshot import Snapshot, snapshot
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSION_KINDS, resolve
from generator.schema.lifecycle import state_of
from generator.schema.periods import day_after, period


def snapshot_on(store: Store, day: dt.date) -> Snapshot:
    """The records that had begun by `day`, with their versions up to then; ends that lay ahead are left out, units
    that did not exist too."""
    now = resolve(store, day)
    entries = now.by_kind()
    entries["procedure"] = [
        _known(entry, day) for entry in now.of("procedure") if state_of(entry.record, day) != "future"
    ]
    entries["unit"] = [entry for entry in now.of("unit") if period(entry.record.term).holds(day)]
    entries["notice"] = [entry for entry in now.of("notice") if not entry.record.date or entry.record.date <= day]
    return snapshot(Store({kind: found for kind, found in entries.items() if kind not in VERSION_KINDS}))


def _known(entry: Entry, day: dt.date) -> Entry:
    """The open-ended procedure that is in force after `day`."""
    record = entry.record
    changes: dict[str, Any] = {}
    if record.abolition and record.abolition.date and record.abolition.date > day:
        changes["abolition"] = None
    end = day_after(record.validity.until) if record.validity else None
    if record.validity and end and end > day:
        changes["validity"] = record.validity.model_copy(update={"until": None, "successors": []})
    return Entry(entry.kind, entry.document, record.model_copy(update=changes), entry.base) if changes else entry
