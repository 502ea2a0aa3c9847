"""Describes changes of a record of any kind, using the labels of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.diff.texts import change, short
from generator.plain_data import Fields, Unchecked
from generator.schema.record import Record, specs

# internal fields, not shown to citizens
HIDDEN_KEYS = {
    "tu_khoa",
    "ten_thuong_goi",
    "doi_chieu",
    "bo_qua_kiem_tra",
    "ghi_chu_nguon",
    "ten_khac",
    "noi_dang",
    "sua_loi_quet",
}
NAMES = (
    "ten",
    "ten_giay_to",
    "so_ky_hieu",
    "so",
    "don_vi",
    "ngay",
    "ma_thu_tuc",
    "hoi",
    "tra_loi",
)  # fields that name an item of a list


def changes(
    model: type[Record] | None,
    old: Fields,
    new: Fields,
    skip: frozenset[str] = frozenset(),
    above: str = "",
    hidden: bool = False,
) -> Iterator[str]:
    """One sentence for every field that differs, in the order of the fields. hidden: internal fields too."""
    for spec in specs(model) if model else ():
        key = spec.key
        if key in skip or (key in HIDDEN_KEYS and not hidden) or old.get(key) == new.get(key):
            continue
        yield from _one(f"{above}{spec.label}", spec.part, old.get(key), new.get(key))


def _one(label: str, part: type[Record] | None, was: Unchecked, now: Unchecked) -> Iterator[str]:
    if isinstance(was, dict) and isinstance(now, dict) and part:
        yield from changes(part, was, now, above=f"{label} › ")
    elif isinstance(was or now, list) and isinstance(now if now is not None else was, list):
        yield from _lists(label, part, was or [], now or [])
    elif was is None:
        yield f"{label}: thêm {_described(now)}"
    elif now is None:
        yield f"{label}: bỏ {_described(was)}"
    else:
        yield f"{label}: {change(_described(was), _described(now))}"


def _lists(label: str, part: type[Record] | None, was: list[Unchecked], now: list[Unchecked]) -> Iterator[str]:
    named_before, named_after = {_name(item): item for item in was}, {_name(item): item for item in now}
    if len(named_before) != len(was) or len(named_after) != len(now) or not all(named_before) or not all(named_after):
        yield from _nameless(label, part, was, now)
        return
    for name in named_before:
        if name not in named_after:
            yield f"{label}: bỏ {short(_described(name))}"
    for name, item in named_after.items():
        if name not in named_before:
            yield f"{label}: thêm {short(_described(name))}"
        elif item != named_before[name] and part:
            yield from changes(part, named_before[name], item, above=f"{label} › {short(_described(name))} › ")
    if set(named_before) == set(named_after) and list(named_before) != list(named_after):
        yield f"{label}: đổi thứ tự"


def _nameless(label: str, part: type[Record] | None, was: list[Unchecked], now: list[Unchecked]) -> Iterator[str]:
    """Items without names, or some with the same: by their place where as many are left, else as they stand."""
    if len(was) == len(now) and sorted(map(repr, was)) != sorted(map(repr, now)):
        for place, (old, new) in enumerate(zip(was, now, strict=True), 1):
            if old != new:
                yield from _one(f"{label} › mục {place}", part, old, new)
        return
    gone, come = without(was, now), without(now, was)
    yield from (f"{label}: bỏ {short(_described(item))}" for item in gone)
    yield from (f"{label}: thêm {short(_described(item))}" for item in come)
    if not gone and not come:
        yield f"{label}: đổi thứ tự"


def without(items: list[Unchecked], others: list[Unchecked]) -> list[Unchecked]:
    """The items that `others` lacks, or has fewer of."""
    left, found = list(others), []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _name(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    return next((str(item[key]) for key in NAMES if key in item), "")


def _described(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dict):
        return ", ".join(_described(item) for item in value.values())
    if isinstance(value, list):
        return "; ".join(_described(item) for item in value)
    text = str(value)
    parts = text.split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[0]) == 4:
        return "/".join(reversed(parts))
    return " ".join(text.split())
