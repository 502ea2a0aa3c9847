"""“Thêm cách nộp: trực tuyến”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.diff.parts import fees, time_limits
from generator.loading.diff.texts import change
from generator.plain_data import Fields

KEYS = ("cach_thuc_thuc_hien",)
ORDER = 5


def changes(old: Fields, new: Fields) -> Iterator[str]:
    """Channels added and removed; their fees and time limits are included in the sentence."""
    was = {channel.get("hinh_thuc_nop", ""): channel for channel in old.get(KEYS[0], [])}
    now = {channel.get("hinh_thuc_nop", ""): channel for channel in new.get(KEYS[0], [])}
    for name in was:
        if name not in now:
            yield f"Bỏ cách nộp: {name}"
    for name in now:
        if name not in was:
            details = []
            if "thoi_han_giai_quyet" in now[name]:
                details.append(time_limits.described(now[name]["thoi_han_giai_quyet"]))
            if "phi_le_phi" in now[name]:
                details.append(fees.described(now[name]["phi_le_phi"]))
            yield f"Thêm cách nộp: {name}" + (f" ({'; '.join(details)})" if details else "")
        elif was[name].get("mo_ta") != now[name].get("mo_ta"):
            yield f"Cách nộp {name}: {change(was[name].get('mo_ta', 'không'), now[name].get('mo_ta', 'không'))}"
