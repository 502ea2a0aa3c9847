"""Aligns the items of a changed list with those of the old one."""

from __future__ import annotations

import difflib
import json

from generator.editing.written import pruned
from generator.plain_data import Unchecked


class Origin(list[Unchecked]):
    """A list that knows the origin of its items. of: for each item its index in the old list, None for a new one."""

    __slots__ = ("of",)

    def __init__(self, items: list[Unchecked], of: list[int | None]) -> None:
        super().__init__(items)
        self.of = of


def align(old: list[Unchecked], new: list[Unchecked]) -> list[int | None]:
    """For each item of `new` the index of the corresponding item of `old`, None if it is new. Equal items are matched
    first, in order and then anywhere; unmatched items between two matches count as changed in place."""
    if isinstance(new, Origin):
        return [at if at is not None and at < len(old) else None for at in new.of]
    before, after = [_key(item) for item in old], [_key(item) for item in new]
    found: list[int | None] = [None] * len(new)
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    for a, b, size in blocks:
        found[b : b + size] = range(a, a + size)
    free = sorted(set(range(len(old))) - set(found))
    for at, key in enumerate(after):
        same = next((one for one in free if before[one] == key), None) if found[at] is None else None
        if same is not None:
            found[at] = same
            free.remove(same)
    previous_old = previous_new = -1
    for a, b, size in blocks:
        gap = [at for at in range(previous_old + 1, a) if at in free]
        for place in range(previous_new + 1, b):
            if found[place] is None and gap and type(old[gap[0]]) is type(new[place]):
                found[place] = gap[0]
                free.remove(gap.pop(0))
        previous_old, previous_new = a + size - 1, b + size - 1
    return found


def _key(item: object) -> str:
    return json.dumps(pruned(item), ensure_ascii=False, sort_keys=True)
