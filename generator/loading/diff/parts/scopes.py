"""To whom a value applies: everybody, those who file one way, those in one case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


def scopes(record: Record, key: str) -> dict[str, Any]:
    """Scope → what applies there. A way of filing without a value of its own has the common one."""
    common = record.get(key)
    found = {"": common}
    for channel in record.get("cach_thuc_thuc_hien", []):
        found[channel.get("hinh_thuc_nop", "")] = channel.get(key, common)
    dossier = record.get("thanh_phan_ho_so", {})
    for case in dossier.get("truong_hop", []):
        if key in case:
            found[f"trường hợp “{case.get('ten', '')}”"] = case[key]
    return found


def changed_scopes(old: Record, new: Record, key: str) -> Iterator[tuple[str, Any, Any]]:
    """(scope in words, old value, new value), each difference once: one that is the same for everybody is said for
    everybody. A case that only one side has is compared with what applied to everybody on the other; a way of filing that
    comes or goes is no change of its fee: that it comes or goes is said elsewhere."""
    before, after = scopes(old, key), scopes(new, key)
    names = [
        name
        for name in dict.fromkeys([*before, *after])
        if name in before and name in after or name.startswith("trường hợp")
    ]
    pairs = {name: (before.get(name, before[""]), after.get(name, after[""])) for name in names}
    groups: dict[str, list[str]] = {}
    for name, (was, now) in pairs.items():
        if was != now:
            groups.setdefault(repr((was, now)), []).append(name)
    ways = [name for name in names if name and not name.startswith("trường hợp")]
    for members in groups.values():
        was, now = pairs[members[0]]
        everybody = "" in members and (was is not None or now is not None) and set(ways) <= set(members)
        said = (
            [name for name in members if name.startswith("trường hợp")]
            if everybody
            else [name for name in members if name]
        )
        if everybody or set(ways) <= set(said) and ways:
            said = [name for name in said if name not in ways]
            yield ", ".join(said), was, now
        elif said:
            yield ", ".join(said), was, now
