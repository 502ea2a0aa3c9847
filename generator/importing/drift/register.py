"""Compares our list of procedures with the official register in content/catalogue/: names and codes, no content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.importing.drift.comparison import Compared, Drift, ListedRecord
from generator.loading.entry import Entry
from generator.schema.lifecycle import state_of
from generator.schema.official_list import OfficialList


def compare_with_register(
    entries: Iterable[Entry], lists: Iterable[OfficialList], as_of: dt.date, levels: frozenset[str] = frozenset()
) -> Drift:
    """The codes that only the register has, and those that only we have posted; common ones count as the same, because
    the register has no content. levels: if not empty, only procedures of these levels; as_of: procedures that had ended
    by then need not be posted."""
    drift = Drift(codes_only=True)
    official = {item.code: item for one in lists for item in one.procedures if item.code}
    posted: set[str] = set()
    for entry in entries:
        record = entry.record
        if not record.code or record.code in posted:
            continue
        posted.add(record.code)
        if record.code in official:
            drift.compared.append(Compared(record.code, record.name or "", entry.path, "", []))
        elif state_of(record, as_of) != "ended" and (not levels or levels & set(record.levels)):
            shown = ListedRecord(record.code, record.name or "", entry.path, record.field_name or "")
            drift.missing_there.append(shown)
    for code, item in official.items():
        if code not in posted and (not levels or levels & set(item.levels)):
            drift.missing_here.append(ListedRecord(code, item.name or "", "", item.field_name or ""))
    drift.missing_here.sort(key=lambda item: item.code)
    drift.missing_there.sort(key=lambda item: item.code)
    drift.compared.sort(key=lambda item: item.code)
    return drift
