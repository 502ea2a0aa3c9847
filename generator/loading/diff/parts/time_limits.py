"""“Thời hạn giải quyết: 3 → 1 ngày làm việc”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.diff.parts.scopes import changed_scopes
from generator.loading.diff.texts import change
from generator.plain_data import Fields

KEYS = ("thoi_han_giai_quyet",)
ORDER = 3


def changes(old: Fields, new: Fields) -> Iterator[str]:
    """One sentence for every time limit that differs."""
    for scope, was, now in changed_scopes(old, new, "thoi_han_giai_quyet"):
        scope_note = f" ({scope})" if scope else ""
        before, after = described(was), described(now)
        if before != after:
            if _unit(was) and _unit(was) == _unit(now):
                before = before.removesuffix(f" {_unit(was)}")
            yield f"Thời hạn giải quyết: {before} → {after}{scope_note}"
        for key in ("ghi_chu", "nguyen_van"):
            note, new_note = _part(was, key), _part(now, key)
            if note != new_note and new_note not in after:
                yield f"Thời hạn giải quyết, cách tính: {change(note, new_note)}{scope_note}"


def _part(value: object, key: str) -> str:
    return str(value.get(key) or "không") if isinstance(value, dict) else "không"


def _unit(value: object) -> str:
    return value.get("don_vi", "") if isinstance(value, dict) and "so" in value else ""


def described(value: object) -> str:
    """A time limit on one line."""
    if isinstance(value, dict):
        if "so" in value:
            return f"{value['so']} {value.get('don_vi', '')}".strip()
        return str(value.get("nguyen_van") or "chưa rõ")
    return str(value or "chưa có thông tin")
