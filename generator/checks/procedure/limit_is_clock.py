"""Giờ trong ngày bị ghi thành thời hạn.

“Nhận hồ sơ sau 15 giờ thì trả ngày hôm sau” nói về lúc 15 giờ, không phải thời hạn 15 giờ. Ghi thời hạn thật, ví dụ
1 ngày làm việc, và để câu ấy ở `ghi_chu`.

Sai:
    thoi_han_giai_quyet:
      so: 15
      don_vi: giờ
      ghi_chu: Nhận hồ sơ sau 15 giờ thì trả ngày làm việc tiếp theo.
Đúng:
    thoi_han_giai_quyet:
      so: 1
      don_vi: ngày làm việc
      ghi_chu: Nhận hồ sơ sau 15 giờ thì trả ngày làm việc tiếp theo.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import time_limits
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-249"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 đ"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A limit in hours whose number is a time of day in the record's own texts."""
    record = entry.record
    texts = [step.text or "" for step in record.steps] + [channel.note or "" for channel in record.channels]
    texts.append(record.receiving_hours or "")
    for path, limit in time_limits(record):
        if (limit.unit or "").startswith("giờ") and limit.amount and 7 <= limit.amount <= 18:
            clock = re.compile(rf"(?:sau|trước|từ|đến|lúc) 0?{limit.amount} ?(?:giờ|h|g\b|g\d\d|:\d\d)", re.IGNORECASE)
            if any(clock.search(text) for text in [*texts, limit.note or "", limit.source_text or ""]):
                yield Finding(
                    (*path, "so"),
                    f"{limit.amount} {limit.unit} là giờ trong ngày, không phải thời hạn",
                    f"Ghi thời hạn thật, câu về giờ nhận hồ sơ để ở {field('ghi_chu')}.",
                )
