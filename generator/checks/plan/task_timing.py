"""Thời hạn của nhiệm vụ khác lời văn của kế hoạch.

Lịch của năm và lời nhắc đến hạn lấy ngày ở `thoi_gian.den`, còn người đọc thấy `nguyen_van`. Lời văn nêu ngày, tháng,
quý hay năm nào thì `den` phải ở đó (Kế hoạch 2023 mục II); kiểu “trước ngày” thì phải có `den`, nếu không nhiệm vụ
không lên lịch; “Thường xuyên” không phải “trước ngày”. Lời văn ghi năm cũ là đã chép từ kế hoạch năm trước.

Sai: `nguyen_van: Trước ngày 30/6/2023.` kèm `den: 2023-09-30`
Đúng: `nguyen_van: Trước ngày 30/6/2023.` kèm `den: 2023-06-30`
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import QUARTER, quarter_of, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import either, field

ID = "TT-266"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("task",)
DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:/|\.|-| tháng )(\d{1,2})(?:/|\.|-| năm )(\d{4})(?!\d)")
SHORT = re.compile(r"(?:ngày|trước|hạn|đến|từ|xong) (\d{1,2})/(\d{1,2})(?![\d/])", re.IGNORECASE)  # 30/6, of the year
MONTH = re.compile(r"tháng (\d{1,2})(?:/| năm )(\d{4})(?!\d)", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d/.-])20\d{2}(?!\d)")
Span = tuple[dt.date, dt.date]


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A deadline without its day; one that the wording does not state; a kind or a year that the wording denies."""
    timing = entry.record.timing
    if timing is None or entry.reported(("thoi_gian", "den")):
        return
    text, year = timing.text or "", int(year_of(entry) or 0)
    stated, impossible = _days(text, year)
    spans = [] if stated or "trước" in text.lower() else _spans(text)
    years = {int(found) for found in YEAR.findall(text)}
    if impossible:
        yield Finding(("thoi_gian", "nguyen_van"), f"không có ngày {impossible}", "Xem lại kế hoạch.", severity=WARNING)
    if timing.kind == "trước ngày" and text.lower().startswith("thường xuyên") and not stated:
        hint = f"Ghi {field('kieu')}: thường xuyên."
        yield Finding(("thoi_gian", "kieu"), f"“trước ngày” mà lời văn là “{text}”", hint)
    elif timing.kind == "trước ngày" and timing.end is None:
        if stated:
            day = stated[-1]
            hint = f"Thêm {either(f'“den: {day}”', f'{day:%d/%m/%Y}')}."
        else:
            hint = f"Thêm {field('den')}{either(' (năm-tháng-ngày)', '')}, hoặc đổi {field('kieu')}."
        yield Finding(("thoi_gian", "kieu"), f"“trước ngày” mà không có ngày nào ở {field('den')}", hint)
    elif timing.kind == "thường xuyên" and text.lower().startswith(("trước", "xong trước", "hoàn thành trước")):
        hint = f"Ghi {field('kieu')}: trước ngày."
        yield Finding(("thoi_gian", "kieu"), f"“thường xuyên” mà lời văn là “{text}”", hint)
    elif timing.end and stated and timing.end not in stated:
        said = f"ngày {timing.end:%d/%m/%Y} không có trong lời văn (“{text}”)"
        yield Finding(("thoi_gian", "den"), said, f"Theo lời văn là {_day(stated[-1])}.")
    elif timing.end and spans and not any(first <= timing.end <= last for first, last in spans):
        said = f"ngày {timing.end:%d/%m/%Y} không ở trong thời gian của lời văn (“{text}”)"
        yield Finding(("thoi_gian", "den"), said, f"Theo lời văn là chậm nhất {_day(spans[-1][1])}.")
    elif year and years and max(years) < year:
        hint = f"Sửa theo kế hoạch năm {year}; đúng như vậy thì để yên."
        yield Finding(("thoi_gian", "nguyen_van"), f"lời văn còn ghi năm {max(years)}", hint, severity=WARNING)
    elif timing.end and years and not stated and not spans and timing.end.year not in years:
        said = f"năm của {timing.end:%d/%m/%Y} không có trong lời văn (“{text}”)"
        yield Finding(("thoi_gian", "den"), said, "Xem lại năm.")
    summary, _ = _days(entry.record.summary or "", year)
    if timing.end and summary and not {timing.end, *stated} & set(summary):
        said = f"tóm tắt nêu ngày {summary[-1]:%d/%m/%Y}, thời hạn là {timing.end:%d/%m/%Y}"
        yield Finding(("tom_tat",), said, "Sửa một trong hai.", severity=WARNING)


def _days(text: str, year: int) -> tuple[list[dt.date], str]:
    """The days that a text states, and the first that no calendar has; `30/6` is of the plan's `year`."""
    found, impossible = [], ""
    written = [(match[0], int(match[1]), int(match[2]), int(match[3])) for match in DAY.finditer(text)]
    written += [(match[0].split(" ")[-1], int(match[1]), int(match[2]), year) for match in SHORT.finditer(text) if year]
    for said, day, month, of_year in written:
        try:
            found.append(dt.date(of_year, month, day))
        except ValueError:
            impossible = impossible or said
    return found, impossible


def _spans(text: str) -> list[Span]:
    """The months and quarters that a text states."""
    months = [(int(match[1]), int(match[2])) for match in MONTH.finditer(text)]
    found = [
        (dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
        for month, year in months
        if 1 <= month <= 12 and year
    ]
    return found + [quarter_of(match) for match in QUARTER.finditer(text)]


def _day(day: dt.date) -> str:
    """A day as it is written in a file and on the form."""
    return either(f"{day}", f"{day:%d/%m/%Y}")
