"""Which units have to do with each other: one above the other, one in the place of the other."""

from __future__ import annotations

from generator.loading.store import Store


def succession(store: Store) -> dict[str, set[str]]:
    """The files of the units that each one took over, and of those that took it over."""
    return _both_ways(store, parents=False)


def related(store: Store) -> dict[str, set[str]]:
    """The same, with the unit above each one and those below."""
    return _both_ways(store, parents=True)


def _both_ways(store: Store, parents: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in store.of("unit"):
        others = [one.unit for one in entry.record.successors]
        for other in [*others, entry.record.parent if parents else None]:
            if other:
                found.setdefault(entry.stem, set()).add(other)
                found.setdefault(other, set()).add(entry.stem)
    return found
