"""Ngày chốt số liệu, hạn báo cáo không có thật.

Lịch báo cáo của cả năm tính từ quy tắc này (Kế hoạch 2023 mục II.11). Ngày phải từ 1 đến 31; tháng nào không có ngày
ấy thì lấy ngày cuối tháng. Kỳ năm viết dạng ngày/tháng, có thể thêm “năm trước”. Hạn gửi phải sau ngày chốt số liệu,
nếu không thì chưa chốt đã phải nộp.

Sai: `han_ngay: 71`
Đúng: `han_ngay: 17`
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.plan.plan import QuarterRule
from generator.text.audience import field

ID = "TT-114"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("plan",)
YEAR = r"\s*(\d{1,2})/(\d{1,2})(\s+năm trước)?\s*"
ORDER = ("tháng trước kỳ báo cáo", "tháng đầu quý", "tháng cuối quý", "tháng sau kỳ báo cáo")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Days of the quarter rule, dates of the year rule."""
    reporting = entry.record.reporting
    if reporting is None:
        return
    quarter = reporting.quarter
    for key, day in (
        (("tu_ngay", quarter.from_day), ("den_ngay", quarter.to_day), ("han_ngay", quarter.due_day)) if quarter else ()
    ):
        if day is not None and not 1 <= day <= 31:
            yield Finding(("bao_cao", "quy", key), f"không có ngày {day} trong tháng nào", "Ghi ngày từ 1 đến 31.")
    if quarter and not all(1 <= (day or 1) <= 31 for day in (quarter.from_day, quarter.to_day, quarter.due_day)):
        pass  # reported above
    elif quarter and _early(quarter):
        yield Finding(
            ("bao_cao", "quy", "han_ngay"),
            "hạn gửi không sau ngày chốt số liệu",
            f"Xem lại {field('den_ngay')}, {field('den_thang')}, {field('han_ngay')}, {field('han_thang')}.",
        )
    elif quarter and _gap(quarter):
        yield Finding(
            ("bao_cao", "quy", "tu_ngay"),
            f"kỳ trước chốt ngày {quarter.to_day}, kỳ này từ ngày {quarter.from_day}: số liệu sót hoặc tính hai lần",
            "Ngày bắt đầu là ngày liền sau ngày chốt.",
            severity=WARNING,
        )
    for key, text in (("tu", reporting.year.start), ("den", reporting.year.end)) if reporting.year else ():
        match = re.fullmatch(YEAR, text or "")
        if text and not (
            match and 1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= monthrange(2023, int(match[2]))[1]
        ):
            yield Finding(
                ("bao_cao", "nam", key), f"“{text[:40]}” không phải ngày/tháng", "Viết như 15/12 năm trước, hoặc 14/12."
            )


def _early(quarter: QuarterRule) -> bool:
    if None in (quarter.to_day, quarter.due_day, quarter.to_month, quarter.due_month):
        return False
    end = (ORDER.index(quarter.to_month or ""), quarter.to_day or 0)
    return (ORDER.index(quarter.due_month or ""), quarter.due_day or 0) <= end


def _gap(quarter: QuarterRule) -> bool:
    """True if a period that closes in the last month of a quarter is not followed by the next one a day later."""
    if not quarter.from_day or not quarter.to_day or quarter.to_month != ORDER[2] or quarter.from_month != ORDER[0]:
        return False
    return quarter.to_day < 28 and quarter.from_day != quarter.to_day + 1
