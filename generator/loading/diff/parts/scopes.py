"""Scopes of a value: everyone, one filing channel, one case."""

from __future__ import annotations

from collections.abc import Iterator

from generator.plain_data import Fields, Unchecked


def scopes(record: Fields, key: str) -> Fields:
    """Scope → value. A channel without a value of its own has the common one."""
    common = record.get(key)
    values = {"": common}
    for channel in record.get("cach_thuc_thuc_hien", []):
        values[channel.get("hinh_thuc_nop", "")] = channel.get(key, common)
    dossier = record.get("thanh_phan_ho_so", {})
    for case in dossier.get("truong_hop", []):
        if key in case:
            values[f"trường hợp “{case.get('ten', '')}”"] = case[key]
    return values


def changed_scopes(old: Fields, new: Fields, key: str) -> Iterator[tuple[str, Unchecked, Unchecked]]:
    """(scope in words, old value, new value), each difference once: a difference common to all scopes is reported for
    everyone. A case that only one side has is compared with the common value of the other side. An added or removed
    channel is not a change of its fee; parts/channels.py reports it."""
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
    channels = [name for name in names if name and not name.startswith("trường hợp")]
    for members in groups.values():
        was, now = pairs[members[0]]
        everybody = "" in members and (was is not None or now is not None) and set(channels) <= set(members)
        named = [name for name in members if name]
        if everybody:
            named = [name for name in members if name.startswith("trường hợp")]
        if everybody or set(channels) <= set(named) and channels:
            named = [name for name in named if name not in channels]
            yield ", ".join(named), was, now
        elif named:
            yield ", ".join(named), was, now
