"""“Thêm cách nộp: trực tuyến”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.diff.parts.fees import described
from generator.loading.diff.parts.scopes import Record
from generator.loading.diff.parts.time_limits import said

KEYS = ("cach_thuc_thuc_hien",)


def changes(old: Record, new: Record) -> Iterator[str]:
    """Ways of filing that come and go; their fees and time limits are said with those."""
    was = {channel.get("hinh_thuc_nop", ""): channel for channel in old.get(KEYS[0], [])}
    now = {channel.get("hinh_thuc_nop", ""): channel for channel in new.get(KEYS[0], [])}
    for name in was:
        if name not in now:
            yield f"Bỏ cách nộp: {name}"
    for name in now:
        if name not in was:
            own = [said(now[name]["thoi_han_giai_quyet"])] if "thoi_han_giai_quyet" in now[name] else []
            own += [described(now[name]["phi_le_phi"])] if "phi_le_phi" in now[name] else []
            yield f"Thêm cách nộp: {name}" + (f" ({'; '.join(own)})" if own else "")
        elif was[name].get("mo_ta") != now[name].get("mo_ta"):
            yield f"Cách nộp {name}: sửa mô tả"
