"""Ngày nghỉ lễ ghi sai.

Hạn tính bằng ngày làm việc dựa vào tệp này: sai một ngày nghỉ là hẹn sai ngày trả kết quả. Ngày phải thuộc đúng năm
của tệp, không lặp; ngày làm bù phải là thứ Bảy hoặc Chủ nhật (theo Bộ luật Lao động 2019 Điều 112 và thông báo lịch
nghỉ hằng năm). Mỗi năm phải có Tết Dương lịch, 30/4, 01/5 và 02/9.

Sai: `ngay: 2024-04-30` trong tệp holidays/2023.yml
Đúng: `ngay: 2023-04-30`
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field

ID = "TT-086"
SEVERITY = ERROR
LAW = "theo Bộ luật Lao động 2019"
CONFIDENCE = "M"
CHECKS = ("L17",)
KINDS = ("holidays",)
FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))
COMPARES = ("ngay_nghi",)


def is_year_mistyped(entry: Entry) -> bool:
    """True if the file's name and all its days are of a year other than `nam`."""
    record = entry.record
    return bool(record.days) and all(
        day.date and str(day.date.year) == entry.stem != str(record.year) for day in record.days
    )


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Year, repeats, weekdays, and the days that every year has."""
    record = entry.record
    if record.year is None:
        return
    if is_year_mistyped(entry):
        yield Finding(
            ("nam",),
            f"tệp và mọi ngày là của năm {entry.stem}, {field('nam')} ghi {record.year}",
            f"Ý bạn là {entry.stem}?",
        )
        return
    dates: set[dt.date] = set()
    for key, days in (("ngay_nghi", record.days), ("lam_bu", record.worked)):
        for index, day in enumerate(days):
            if day.date is None:
                continue
            if abs(day.date.year - record.year) > (
                1 if key == "ngay_nghi" and (day.date.month, day.date.day) == (12, 31) else 0
            ):
                yield Finding(
                    (key, index, "ngay"),
                    f"ngày {day.date:%d/%m/%Y} không thuộc năm {record.year}",
                    "Xem lại năm, hoặc chuyển sang tệp của năm ấy.",
                )
            if day.date in dates:
                yield Finding((key, index, "ngay"), f"ngày {day.date:%d/%m/%Y} đã có ở trên", "Giữ một lần.")
            dates.add(day.date)
            if key == "lam_bu" and day.date.weekday() < 5:
                yield Finding(
                    (key, index, "ngay"),
                    f"ngày làm bù {day.date:%d/%m/%Y} không phải thứ Bảy, Chủ nhật",
                    "Xem lại thông báo lịch nghỉ.",
                )
    present = {(day.month, day.day) for day in dates}  # of another year: reported above
    missing = [f"{day:02}/{month:02}" for month, day in FIXED if record.days and (month, day) not in present]
    if missing and all(day.date for day in record.days):
        yield Finding(
            ("ngay_nghi",), f"chưa có ngày {', '.join(missing)}", "Thêm các ngày lễ cố định.", severity=WARNING
        )
