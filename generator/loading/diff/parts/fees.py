"""“Lệ phí: 8.000 → 0 đồng (trực tuyến)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.loading.diff.generic import without
from generator.loading.diff.parts.scopes import changed_scopes
from generator.loading.diff.texts import change
from generator.plain_data import Fields

KEYS = ("phi_le_phi",)
ORDER = 2


def changes(old: Fields, new: Fields) -> Iterator[str]:
    """One sentence for every amount that differs, with its scope."""
    for scope, was, now in changed_scopes(old, new, "phi_le_phi"):
        scope_note = f" ({scope})" if scope else ""
        before, after = _rows(was), _rows(now)
        if isinstance(before, str) or isinstance(after, str):
            yield f"Phí, lệ phí: {described(before)} → {described(after)}{scope_note}"
            continue
        removed, added = without(before, after), without(after, before)
        kinds = {row.get("loai") for row in removed + added}
        if (
            len(kinds) == 1
            and len(removed) != len(added)
            and 1 in (len(removed), len(added))
            and 0 not in (len(removed), len(added))
        ):
            # several amounts became one, or one became several
            yield f"{str(kinds.pop()).capitalize()}: {_each(removed)} → {_each(added)}{scope_note}"
            continue
        for row in list(removed):
            counterpart = _counterpart(row, removed, added)
            if counterpart:
                removed.remove(row)
                added.remove(counterpart)
                yield from _changed(row, counterpart, scope_note or _which(counterpart, after))
        for row in removed:
            yield f"Bỏ khoản thu: {_one(row)}{scope_note}"
        for row in added:
            yield f"Thêm khoản thu: {_one(row)}{scope_note}"


def _which(row: Fields, rows: list[Fields]) -> str:
    """The beginning of the fee's reason in brackets, where the table has other fees; "" otherwise."""
    reason = str(row.get("ly_do") or "")
    if len(rows) < 2 or not reason:
        return ""
    short = re.split(r"[,;.:](?=\s|$)| theo ", reason, maxsplit=1)[0].strip()
    return f" ({short[:1].lower()}{short[1:]})" if short else ""


def _each(rows: list[Fields]) -> str:
    return "; ".join(f"{_amount(row)}/{row['don_vi_tinh']}" if row.get("don_vi_tinh") else _amount(row) for row in rows)


def _changed(row: Fields, new: Fields, scope_note: str) -> Iterator[str]:
    label = str(new.get("loai", "phí")).capitalize()
    if row.get("loai") != new.get("loai"):
        yield f"{label}: {_one(row)} → {_one(new)}{scope_note}"
        return
    if row.get("muc_thu") != new.get("muc_thu") and row.get("don_vi_tinh") == new.get("don_vi_tinh"):
        was, now = _amount(row), _amount(new)
        if was.endswith(" đồng") and now.endswith(" đồng"):
            was = was.removesuffix(" đồng")
        per = f"/{new['don_vi_tinh']}" if new.get("don_vi_tinh") else ""
        yield f"{label}: {was} → {now}{per}{scope_note}"
    elif row.get("don_vi_tinh") != new.get("don_vi_tinh"):
        yield f"{label}: {_one(row)} → {_one(new)}{scope_note}"
        return
    for key in ("ly_do", "nguyen_van"):
        note, new_note = str(row.get(key) or "không"), str(new.get(key) or "không")
        if note != new_note and new_note != _amount(new):
            yield f"{label}, lời giải thích: {change(note, new_note)}{scope_note}"


def _counterpart(row: Fields, removed: list[Fields], added: list[Fields]) -> Fields | None:
    """The new row that replaces `row`: same kind, unit and reason; else the only one of its kind on both sides."""
    for keys in (("loai", "don_vi_tinh", "ly_do"), ("loai", "ly_do"), ("loai", "muc_thu")):
        matches = [other for other in added if all(row.get(key) == other.get(key) for key in keys)]
        if matches:
            return matches[0]
    mine = [other for other in added if other.get("loai") == row.get("loai")]
    alone = len([other for other in removed if other.get("loai") == row.get("loai")]) == 1
    return mine[0] if len(mine) == 1 and alone else None


def _rows(value: object) -> list[Fields] | str:
    return value if isinstance(value, list) else str(value or "chưa có thông tin")


def described(rows: list[Fields] | str) -> str:
    """Fees on one line."""
    return rows if isinstance(rows, str) else "; ".join(_one(row) for row in rows)


def _one(row: Fields) -> str:
    per = f"/{row['don_vi_tinh']}" if row.get("don_vi_tinh") else ""
    reason = f" ({row['ly_do']})" if row.get("ly_do") else ""
    return f"{row.get('loai', 'phí')} {_amount(row)}{per}{reason}"


def _amount(row: Fields) -> str:
    amount = row.get("muc_thu")
    if isinstance(amount, int):
        return f"{amount:,} đồng".replace(",", ".")
    return str(amount or row.get("nguyen_van") or "chưa rõ")
