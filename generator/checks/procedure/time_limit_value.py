"""Thời hạn thiếu số, thiếu đơn vị hoặc bằng 0.

“15” là 15 ngày hay 15 ngày làm việc? Người dân tính sai ngày tới lấy kết quả chỉ vì thiếu hai chữ ấy, và thời hạn là
bộ phận bắt buộc (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm đ). Ghi cả `so` và `don_vi`. Giải quyết ngay thì ghi hạn muộn
nhất mà văn bản đặt ra, ví dụ 1 ngày làm việc, và nói “giải quyết ngay” ở `ghi_chu`. Không tách được câu gốc thì để ở
`nguyen_van` và hỏi lại.

Sai:
    thoi_han_giai_quyet:
      so: 15
Đúng:
    thoi_han_giai_quyet:
      so: 15
      don_vi: ngày làm việc
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import time_limits
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field

ID = "TT-074"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ8 k2 đ"
CONFIDENCE = "V"
CHECKS = ("L01",)
KINDS = ("procedure",)
MAX_AMOUNT = {"giờ": 240, "giờ làm việc": 80, "ngày làm việc": 500, "ngày": 730, "tháng": 60, "năm": 10}
HALF = re.compile(r"(\d{1,3})[.,]5 ngày làm việc", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Number, unit, zero, and numbers that are hardly meant with their unit."""
    for path, limit in time_limits(entry.record):
        if limit.amount is None:
            half = HALF.search(limit.source_text or "")
            if half:
                hours = int(half[1]) * 8 + 4
                yield Finding(
                    (*path, "so"),
                    f"thời hạn “{half[0]}” không phải số nguyên",
                    f"Đổi ra giờ: {field('so')}: {hours}, {field('don_vi')}: giờ làm việc.",
                    key=True,
                    open=True,
                )
                continue
            quotation = f" (câu gốc: “{limit.source_text[:60]}”)" if limit.source_text else ""
            yield Finding(
                (*path, "so"),
                f"thời hạn chưa có con số{quotation}",
                f"Ghi {field('so')} và {field('don_vi')}, ví dụ 3 ngày làm việc.",
                key=True,
                open=bool(limit.source_text),
            )
        elif limit.amount == 0:
            yield Finding(
                (*path, "so"), "thời hạn là 0", f"Giải quyết ngay thì ghi hạn muộn nhất và nói rõ ở {field('ghi_chu')}."
            )
        elif limit.unit is None and not entry.reported((*path, "don_vi")):
            yield Finding(
                (*path, "so"),
                f"thời hạn {limit.amount} nhưng chưa có đơn vị",
                f"Thêm {field('don_vi')}: giờ, giờ làm việc, ngày làm việc, ngày, tháng hoặc năm.",
                open=bool(limit.source_text),
            )
        elif limit.unit and limit.amount > MAX_AMOUNT[limit.unit]:
            yield Finding(
                (*path, "so"), f"{limit.amount} {limit.unit} dài bất thường", "Xem lại số và đơn vị.", severity=WARNING
            )
