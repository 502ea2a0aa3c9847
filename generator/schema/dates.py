"""Interprets dates written in another form than year-month-day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from generator.text.audience import fixed_by_command

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2100  # years beyond are slips; as no value they mislead no rule
ISO_HINT = "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2023-06-30."
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ZONE = r"(?:\s?(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT))?"
_TIME = re.compile(
    rf"(?:T|,?\s)\s?(\d{{1,2}})[:h](\d{{2}})(?::(\d{{2}})(?:\.\d{{1,9}})?)?(\s?[AP]M)?({_ZONE})", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r",? (?:ngày )?(?=\w)",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"\s?(?:\([^()]{1,40}\)|\[[^\[\]]{1,40}\])$")  # what programs add behind a zone
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_IN_ENGLISH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))",
    re.ASCII | re.IGNORECASE,
)
_SEPARATOR = r"\s?([/.\-])\s?"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})\s?\2\s?(\d{{1,2}})", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}})", re.ASCII)
_TOGETHER = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_WORDS = re.compile(
    r"(?:mồng |mùng )?(\d{1,2})\s?(?:,|/)?\s?tháng (\d{1,2})\s?(?:,|/)?\s?(?:năm )?(\d{4})", re.ASCII | re.IGNORECASE
)
_NO_DAY = re.compile(
    r"(?:tháng )?\d{1,2}\s?(?:[/.\-]|,?\s?năm)\s?\d{4}|\d{4}[/.\-]\d{1,2}|(?:năm )?\d{4}", re.ASCII | re.I
)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.0)?", re.ASCII)  # how spreadsheets store the days of 1954 to 2064


def iso_day(text: str) -> dt.date | None:
    """The day that `text` states as year-month-day; None for every other spelling, days that do not exist, and years
    outside FIRST_YEAR to LAST_YEAR (9999-12-31 as "without end"), with which no one can reckon."""
    if not ISO_DAY.fullmatch(text) or not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


class Meant(NamedTuple):
    """day: the day in ISO form, '' if it cannot be determined; certain: it is unambiguous, so `tthc fix` writes it;
    reason: what is wrong, '' for the general wording; hint: how to correct it."""

    day: str = ""
    certain: bool = False
    reason: str = ""
    hint: str = ISO_HINT


def meant(text: str) -> Meant:
    """Interpret `text`, any text that is not already a day as year-month-day."""
    if len(text) > 60 or not any(map(str.isdecimal, text)):
        return Meant()
    plain = unicodedata.normalize("NFKC", text).strip(" \t\n,;.\"'")
    plain = re.sub(r"\s+", " ", _DASHES.sub("-", plain))
    plain = re.sub(r"^ngày (?=\d|m)", "", plain, flags=re.IGNORECASE)
    plain = _ZONE_NAME.sub("", _WEEKDAY.sub("", plain, count=1) if _WEEKDAY.match(plain) else plain)
    time = _TIME.search(plain)
    if time and time.end() == len(plain):
        return _with_time(_without_time(plain[: time.start()].strip()), time)
    return _without_time(plain)


def _without_time(plain: str) -> Meant:
    if found := _YEAR_FIRST.fullmatch(plain):
        return _of(int(found[1]), int(found[3]), int(found[4]))
    if found := _TOGETHER.fullmatch(plain):
        return _of(*(int(part) for part in found.groups()))
    if found := _WORDS.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
        return _of(year, month, day)
    if found := _IN_ENGLISH.fullmatch(plain):
        name = (found[2] or found[4]).lower()
        month = next((at for at, full in enumerate(_MONTHS, 1) if name in (full, full[:3], full[:4])), 0)
        return _of(int(found[3] or found[6]), month, int(found[1] or found[5])) if month else Meant()
    if found := _DAY_FIRST.fullmatch(plain):
        return _day_first(int(found[1]), int(found[3]), found[4])
    if _NO_DAY.fullmatch(plain):
        return Meant(reason="chưa đủ ngày, tháng, năm")
    if _SERIAL.fullmatch(plain):
        stored = (dt.date(1899, 12, 30) + dt.timedelta(days=int(float(plain)))).isoformat()
        return Meant(stored, hint=f"Số này giống ngày do bảng tính ghi. Ý bạn là {stored}?")
    return Meant()


def _day_first(day: int, month: int, written: str) -> Meant:
    if len(written) == 2:
        return Meant(
            reason="năm chỉ có hai chữ số", hint="Ghi đủ bốn chữ số của năm, theo dạng năm-tháng-ngày, ví dụ 2023-06-30."
        )
    year = int(written)
    if day <= 12 and month <= 12 and day != month and day and month:
        return Meant(
            f"{year:04}-{month:02}-{day:02}",
            hint=f"Ngày {day} tháng {month} thì viết {year:04}-{month:02}-{day:02}; "
            f"ngày {month} tháng {day} thì viết {year:04}-{day:02}-{month:02}.",
        )
    return _of(year, month, day)


def _of(year: int, month: int, day: int) -> Meant:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Meant(
            reason=f"không thể là năm {year}" if year else "không có năm 0",
            hint="Xem lại năm; chưa có ngày hết hạn thì bỏ dòng này." if year > LAST_YEAR else "Xem lại năm.",
        )
    try:
        found = dt.date(year, month, day).isoformat()
    except ValueError:
        return _no_such_day(year, month, day)
    return Meant(found, True, hint=f"Ý bạn là {found}? {fixed_by_command('để sửa mọi ngày như vậy')}")


def _no_such_day(year: int, month: int, day: int) -> Meant:
    if 1 <= day <= 12 < month <= 31:
        try:
            swapped = dt.date(year, day, month).isoformat()
        except ValueError:
            return Meant(reason=f"không có tháng {month}", hint="Xem lại ngày và tháng.")
        return Meant(swapped, reason=f"không có tháng {month}", hint=f"Ngày và tháng đổi chỗ? Ý bạn là {swapped}?")
    if not 1 <= month <= 12:
        return Meant(reason=f"không có tháng {month}", hint="Xem lại ngày và tháng.")
    last = calendar.monthrange(year, month)[1]
    return Meant(
        reason=f"không có ngày {day} tháng {month}", hint=f"Tháng {month} năm {year} có {last} ngày; xem lại văn bản."
    )


def _with_time(found: Meant, time: re.Match[str]) -> Meant:
    """A date followed by a time, as programs write it: midnight is that day; 17:00 UTC is midnight in Việt Nam."""
    hour, minute, second = (int(part or 0) for part in time.groups()[:3])
    if time[4]:  # 12 AM is midnight
        hour = hour % 12 + 12 * (time[4].strip().upper() == "PM")
    if not found.certain or (hour, minute, second) == (0, 0, 0):
        return found
    zone = time[5].strip().upper().removeprefix("UTC").removeprefix("GMT").replace(":", "") or time[5].strip().upper()
    if (hour, minute, second, zone) == (7, 0, 0, "+0700"):  # midnight UTC, on the same day in Việt Nam
        return found
    if (hour, minute, second) == (17, 0, 0) and zone in {"Z", "UTC", "GMT", "+0000"}:
        day = (dt.date.fromisoformat(found.day) + dt.timedelta(days=1)).isoformat()
        return Meant(day, hint=f"Bỏ phần giờ. 17 giờ theo giờ quốc tế là 0 giờ hôm sau ở Việt Nam: ý bạn là {day}?")
    return Meant(hint="Bỏ phần giờ, chỉ ghi năm-tháng-ngày theo giờ Việt Nam.")
