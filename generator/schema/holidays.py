"""Official days off of one year, and the days worked instead."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Year


class DayOff(Record):
    """One day off."""

    date: Date | None = field("ngay", "Ngày", "Ngày nghỉ.", required=True)
    name: Text | None = field("ten", "Tên", "Lý do nghỉ.", required=True)


class Holidays(Record):
    """Ngày nghỉ lễ của một năm."""

    year: Year | None = field("nam", "Năm", "Năm.", required=True)
    days: list[DayOff] = field("ngay_nghi", "Ngày nghỉ", "Các ngày nghỉ lễ, nghỉ bù.", required=True, many=True)
    worked: list[DayOff] = field("lam_bu", "Ngày làm bù", "Ngày nghỉ hằng tuần phải làm bù.", many=True)
    source: Text | None = field("nguon", "Nguồn", "Văn bản thông báo lịch nghỉ.", required=True)
