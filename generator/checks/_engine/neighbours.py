"""The state of a record just before one of its versions, for rules that compare the two."""

from __future__ import annotations

from generator.checks._engine.context import ValidationContext
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSIONED, applied, identity, versions_of


def before(version: Entry, context: ValidationContext) -> Entry | None:
    """The record as of the day before `version`; None without a base record."""
    return context.cached(_states).get(version.path)


def _states(store: Store) -> dict[str, Entry]:
    """File of each version → the state before it. The store may already be resolved as of a day, so the record's own
    state is rebuilt from
    its document's entry when it carries versions."""
    found: dict[str, Entry] = {}
    for kind in VERSIONED:
        known = versions_of(store, kind)
        for entry in store.of(kind) if known else ():
            state = entry.first or entry
            for version in known.get(identity(entry), ()):
                found[version.path] = state
                state = applied(state, version)
    return found
