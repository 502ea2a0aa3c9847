"""Three-way merge: joins two people's changes of the same record where they touch different places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.editing.align import align
from generator.editing.written import pruned


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict: both changed the place differently. key: dotted; before, mine, theirs: the three values."""

    key: str
    before: Any
    mine: Any
    theirs: Any


def three_way(before: Any, mine: Any, theirs: Any, key: str = "") -> tuple[Any, list[Clash]]:
    """(merged data, conflicts). In a conflict the merged data has `theirs`."""
    if pruned(mine) == pruned(before):
        return theirs, []
    if pruned(theirs) == pruned(before) or pruned(mine) == pruned(theirs):
        return mine, []
    if isinstance(before, dict) and isinstance(mine, dict) and isinstance(theirs, dict):
        joined: dict[str, Any] = {}
        clashes: list[Clash] = []
        for name in dict.fromkeys([*theirs, *mine, *before]):
            value, found = three_way(before.get(name), mine.get(name), theirs.get(name), _below(key, name))
            clashes += found
            if value is not None:
                joined[name] = value
        return joined, clashes
    if isinstance(before, list) and isinstance(mine, list) and isinstance(theirs, list):
        same = list(range(len(before)))
        if align(before, mine) == same and align(before, theirs) == same:
            rows = [
                three_way(*three, _below(key, at)) for at, three in enumerate(zip(before, mine, theirs, strict=True))
            ]
            return [value for value, _ in rows], [clash for _, found in rows for clash in found]
    return theirs, [Clash(key, before, mine, theirs)]


def _below(key: str, part: object) -> str:
    return f"{key}.{part}" if key else str(part)
