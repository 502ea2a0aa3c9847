"""Three-way merge: joins two people's changes of the same record where they touch different places."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editing.align import align
from generator.editing.written import pruned
from generator.plain_data import Fields, Unchecked


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict: both changed the place differently. key: dotted; before, mine, theirs: the three values."""

    key: str
    before: Unchecked
    mine: Unchecked
    theirs: Unchecked


def three_way(before: object, mine: object, theirs: object, key: str = "") -> tuple[Unchecked, list[Clash]]:
    """(merged data, conflicts). In a conflict the merged data has `theirs`."""
    if pruned(mine) == pruned(before):
        return theirs, []
    if pruned(theirs) == pruned(before) or pruned(mine) == pruned(theirs):
        return mine, []
    if isinstance(before, dict) and isinstance(mine, dict) and isinstance(theirs, dict):
        joined: Fields = {}
        clashes: list[Clash] = []
        for name in dict.fromkeys([*theirs, *mine, *before]):
            value, found = three_way(before.get(name), mine.get(name), theirs.get(name), _below(key, name))
            clashes += found
            if value is not None:
                joined[name] = value
        return joined, clashes
    if isinstance(before, list) and isinstance(mine, list) and isinstance(theirs, list):
        rows = _lists(before, mine, theirs, key)
        if rows is not None:
            return rows
    return theirs, [Clash(key, before, mine, theirs)]


def _lists(
    before: list[Unchecked], mine: list[Unchecked], theirs: list[Unchecked], key: str
) -> tuple[list[Unchecked], list[Clash]] | None:
    """The joined items, in the order of `before`; what was added stays behind the item that it was added to. None if
    one of the two moved items, or removed one that the other changed."""
    ours, others = _placed(before, mine), _placed(before, theirs)
    if ours is None or others is None:
        return None
    joined: list[Unchecked] = []
    clashes: list[Clash] = []
    for at in range(-1, len(before)):
        my, their = ours.get(at, []), others.get(at, [])
        if at >= 0:
            one, other, my, their = my[0], their[0], my[1:], their[1:]
            if one is not None and other is not None:
                value, found = three_way(before[at], one, other, _below(key, len(joined)))
                joined.append(value)
                clashes += found
            elif pruned(one or other or before[at]) != pruned(before[at]):
                return None
        joined += their + [item for item in my if pruned(item) not in map(pruned, their)]
    return joined, clashes


def _placed(before: list[Unchecked], after: list[Unchecked]) -> dict[int, list[Unchecked]] | None:
    """Place in `before` → its item now, None if it is gone, and those that were added behind it; -1: before all.
    None if items were moved."""
    found: dict[int, list[Unchecked]] = {at: [None] for at in range(len(before))}
    last = -1
    for came_from, item in zip(align(before, after), after, strict=True):
        if came_from is None:
            found.setdefault(last, []).append(item)
        elif came_from < last:
            return None
        else:
            last = came_from
            found[last][0] = item
    return found


def _below(key: str, part: object) -> str:
    return f"{key}.{part}" if key else str(part)
