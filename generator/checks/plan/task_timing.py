"""Thời hạn của nhiệm vụ khác lời văn của kế hoạch.

Lịch của năm và lời nhắc đến hạn lấy ngày ở `thoi_gian.den`, còn người đọc thấy `nguyen_van`. Lời văn nêu ngày nào thì
`den` phải là một trong các ngày ấy (Kế hoạch 2023 mục II); kiểu “trước ngày” thì phải có `den`, nếu không nhiệm vụ
không lên lịch.

Sai: `nguyen_van: Trước ngày 30/6/2023.` kèm `den: 2023-09-30`
Đúng: `nguyen_van: Trước ngày 30/6/2023.` kèm `den: 2023-06-30`
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR

ID = "TT-266"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("task",)
DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:/|\.|-| tháng )(\d{1,2})(?:/|\.|-| năm )(\d{4})(?!\d)")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A deadline without its day; one that the wording does not state."""
    timing = entry.record.timing
    if timing is None or entry.reported(("thoi_gian", "den")):
        return
    stated = [found for match in DAY.finditer(timing.text or "") if (found := _day(*match.groups()))]
    if timing.kind == "trước ngày" and timing.end is None:
        hint = f"Thêm “den: {stated[-1]}”." if stated else "Thêm den (năm-tháng-ngày), hoặc đổi kieu."
        yield Finding(("thoi_gian", "kieu"), "“trước ngày” mà không có ngày nào ở den", hint)
    elif timing.end and stated and timing.end not in stated:
        said = f"ngày {timing.end:%d/%m/%Y} không có trong lời văn (“{timing.text}”)"
        yield Finding(("thoi_gian", "den"), said, f"Theo lời văn là {stated[-1]}.")


def _day(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
