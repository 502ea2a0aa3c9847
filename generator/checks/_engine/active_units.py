"""Which units have duties on the site's reference date."""

from __future__ import annotations

from generator.checks._engine.context import ValidationContext
from generator.loading.entry import Entry
from generator.schema.periods import period
from generator.schema.unit_kinds import PROVINCE, level_of


def receives(entry: Entry, context: ValidationContext) -> bool:
    """True for a district or commune that exists on that date and is the site's own unit or one of its children."""
    record, term = entry.record, entry.record.term
    if level_of(record.kind, record.parent) == PROVINCE:
        return False
    if not period(term).holds(context.as_of):
        return False
    sites = context.store.of("site")
    home = sites[0].record.unit if sites else None
    return home is None or entry.stem == home or record.parent == home
