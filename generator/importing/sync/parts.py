"""Three-way merge of values part by part: a paper, a count, a step, instead of the whole block that contains it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.importing.draft_record import is_unknown
from generator.importing.drift.paper_facts import align
from generator.plain_data import Fields, Unchecked

MISSING: Final = object()
_NEW = -1  # the index in ours of an item that only the source has
# What identifies an item of a list: the first of these keys that it has.
_IDENTITY = ("hinh_thuc_nop", "ten_giay_to", "so_ky_hieu", "ten", "ma_thu_tuc", "noi_dung", "phan", "loai")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part that both sides changed; the editors' is kept. path: keys and names; None: the part is not there."""

    path: tuple[str, ...]
    base: Unchecked
    ours: Unchecked
    theirs: Unchecked


def merge_value(
    base: object, ours: object, theirs: object, path: tuple[str, ...] = ()
) -> tuple[Unchecked, list[Conflict]]:
    """(the merged value, the conflicts). MISSING stands for a part that a side does not have."""
    if ours == theirs or theirs == base:
        return ours, []
    if ours == base or (is_unknown(_none(ours)) and ours is not MISSING and theirs is not MISSING):
        return theirs, []
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _dicts(base if isinstance(base, dict) else {}, ours, theirs, path)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _lists(base if isinstance(base, list) else [], ours, theirs, path)
    if is_unknown(_none(theirs)) and theirs is not MISSING:
        return ours, []
    return ours, [Conflict(path, _none(base), _none(ours), _none(theirs))]


def _none(value: object) -> Unchecked:
    return None if value is MISSING else value


def _dicts(base: Fields, ours: Fields, theirs: Fields, path: tuple[str, ...]) -> tuple[Unchecked, list[Conflict]]:
    merged: Fields = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys([*ours, *theirs]):
        before, mine, other = (side.get(key, MISSING) for side in (base, ours, theirs))
        value, found = merge_value(before, mine, other, (*path, key))
        conflicts += found
        if value is not MISSING:
            merged[key] = value
    return merged, conflicts


def _lists(
    base: list[Unchecked], ours: list[Unchecked], theirs: list[Unchecked], path: tuple[str, ...]
) -> tuple[Unchecked, list[Conflict]]:
    names, mine, others = item_names(base), item_names(ours), item_names(theirs)
    at_ours = _pairs(names, mine, base, ours)
    at_theirs = _pairs(names, others, base, theirs)
    merged: dict[int, Unchecked] = {}  # index in ours -> value; those left out are gone
    conflicts: list[Conflict] = []
    for index, value in enumerate(base):
        one, two = at_ours.get(index), at_theirs.get(index)
        place = (*path, names[index])
        if one is not None and two is not None:
            merged[one], found = merge_value(value, ours[one], theirs[two], place)
            conflicts += found
        elif one is not None:  # gone at the source
            if ours[one] != value:
                merged[one] = ours[one]
                conflicts.append(Conflict(place, value, ours[one], None))
        elif two is not None and theirs[two] != value:  # editors took it out, the source changed it
            conflicts.append(Conflict(place, value, None, theirs[two]))
    added = [index for index in range(len(ours)) if index not in at_ours.values()]
    merged |= {index: ours[index] for index in added}
    result = [(index, merged[index]) for index in sorted(merged)]
    fresh = [index for index in range(len(theirs)) if index not in at_theirs.values()]
    same = {
        two: one
        for one, two in align([mine[index] for index in added], [others[index] for index in fresh])
        if one is not None and two is not None
    }
    back = {two: at_ours[index] for index, two in at_theirs.items() if index in at_ours}
    for number, index in enumerate(fresh):
        if number in same:
            own = added[same[number]]
            at = next(at for at, (origin, _) in enumerate(result) if origin == own)
            value, found = merge_value(MISSING, ours[own], theirs[index], (*path, others[index]))
            result[at] = (own, value)
            conflicts += found
            continue
        preceding = [back[two] for two in range(index) if two in back]
        result.insert(_position([origin for origin, _ in result], preceding, index == 0), (_NEW, theirs[index]))
    return [value for _, value in result], conflicts


def _position(origins: list[int], preceding: list[int], is_first: bool) -> int:
    """Where a new item of the source goes: behind the item that precedes it there and what was added behind that one;
    at the beginning if it is the first there; else at the end. origins: of each item of the result, its index in ours
    or `_NEW`; preceding: the indices in ours of the items before it at the source."""
    if not preceding and is_first:
        return 0
    if not preceding or preceding[-1] not in origins:
        return len(origins)
    position = origins.index(preceding[-1]) + 1
    while position < len(origins) and origins[position] == _NEW:
        position += 1
    return position


def item_names(items: list[Unchecked]) -> list[str]:
    """A name of each item, unique in the list: the second “trực tiếp” is “trực tiếp (2)”."""
    seen: Counter[str] = Counter()
    names = []
    for item in items:
        name = str(next((item[key] for key in _IDENTITY if item.get(key)), "")) if isinstance(item, dict) else str(item)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _pairs(names: list[str], others: list[str], base: list[Unchecked], items: list[Unchecked]) -> dict[int, int]:
    """Index in the base -> index in the other list: equal items, equal names, similar names, then the only one left."""
    pairs: dict[int, int] = {}
    free = list(range(len(items)))
    for wanted, given in ((base, items), (names, others)):
        for index in range(len(base)):
            found = next((at for at in free if given[at] == wanted[index]), None) if index not in pairs else None
            if found is not None:
                pairs[index] = found
                free.remove(found)
    rest = [index for index in range(len(base)) if index not in pairs]
    similar = align([names[index] for index in rest], [others[at] for at in free])
    pairs |= {rest[one]: free[two] for one, two in similar if one is not None and two is not None}
    left, right = (
        [index for index in range(len(side)) if index not in taken]
        for side, taken in ((base, pairs), (items, pairs.values()))
    )
    if len(left) == len(right) == 1 and len(base) == len(items):  # the only one left: it was rewritten completely
        pairs[left[0]] = right[0]
    return pairs
