"""Opening hours in sentences (“Thứ Hai đến thứ Sáu, sáng 7h30 – 11h30, chiều 1h30 – 5h”): what in them cannot be."""

from __future__ import annotations

import re
from functools import lru_cache

_TIME = r"(?<![\d.,/])(\d{1,2})(?: ?(?:h|giờ|g)(?: ?(\d{2})(?: ?phút)?)?|:(\d{2}))(?!\w)"
_HALF = r"(?:(?<!\w)(sáng|trưa|chiều|tối)(?: \w+)? )?"
_ONE = re.compile(_TIME, re.IGNORECASE)
_RANGE = re.compile(rf"{_HALF}(?:từ )?{_TIME} ?(?:-|–|—|~|→|đến|tới) ?{_TIME}", re.IGNORECASE)
_AND = re.compile(r"[\s,:/&+]*(?:(?:và|buổi|từ)\s+)*")  # between two ranges of one day
_DAY = r"(?:thứ ?(hai|ba|tư|năm|sáu|bảy|[2-7])|T([2-7])|(chủ nhật|CN))(?!\w)"
_DAYS = re.compile(rf"(?<!\w){_DAY} ?(?:-|–|—|~|→|đến|tới)(?: hết)? ?{_DAY}", re.IGNORECASE)
_WRONG_DAY = re.compile(r"\bthứ ?(?:0|1|8|9|\d\d+|một|nhất|tám|chín|mười)(?!\w)|\bT[0189]\b", re.IGNORECASE)
_LETTERS = re.compile(r"(?<![\w:])(?=[\dh:]{0,4}[OolI])[\dOolI]{1,2}[h:][\dOolI]{2}(?!\w)")  # 7h3O
_SPREADSHEET = re.compile(r"\d{1,2}:\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]|SA|CH)(?!\w)|(?<![\d.,])0[.,]\d{3,}")
_NO_HOURS = re.compile(r"\S*(?:@|://)\S*|[+(]?0[\d .()]{8,}|\d{5,}")
_WEEK = ("hai", "ba", "tư", "năm", "sáu", "bảy")


@lru_cache(maxsize=256)  # the procedures of an office have its hours, each in the same words
def fault(text: str) -> tuple[str, str] | None:
    """(the words that cannot be, what is wrong with them) of the first fault; None if there is none."""
    if text.strip() and _NO_HOURS.fullmatch(text.strip()):
        return text.strip()[:60], "không phải giờ, ngày tiếp nhận"
    if ":" in text or "0." in text or "0," in text:
        if found := _SPREADSHEET.search(text):
            return found[0], "là giờ của bảng tính; viết theo 24 giờ"
    if found := _LETTERS.search(text):
        return found[0], "có chữ cái thay cho chữ số"
    for match in _ONE.finditer(text):
        if _minutes(*match.groups()) > 24 * 60 or int(match[2] or match[3] or 0) > 59:
            return match[0], "không phải giờ, ngày tiếp nhận"
    if wrong := _wrong_range(text) or _wrong_days(text):
        return wrong
    weekday = _WRONG_DAY.search(text)
    return (weekday[0], "không phải giờ, ngày tiếp nhận") if weekday else None


def closing(text: str) -> int | None:
    """The end of the latest range, in minutes; None without one."""
    return max((_span(match)[1] for match in _RANGE.finditer(text)), default=None)


def on_saturday(text: str) -> bool | None:
    """Whether the stated weekdays include Saturday; None if none are stated as a range, or Saturday is an exception."""
    if re.search(r"(?:trừ|nghỉ)[^;.]{0,60}?thứ ?(?:bảy|7)", text, re.IGNORECASE):
        return None
    if re.search(r"(?<!\w)(?:thứ ?(?:bảy|7)|T7)(?!\w)", text, re.IGNORECASE):
        return True
    spans = [_weekdays(match) for match in _DAYS.finditer(text)]
    return any(first <= 7 <= last for first, last in spans) if spans else None


def _wrong_range(text: str) -> tuple[str, str] | None:
    before: int | None = None
    ended = 0  # where the range before ended in the text
    for match in _RANGE.finditer(text):
        first, last = _span(match)
        half = (match[1] or "").lower()
        if first >= last or half == "sáng" and first > 12 * 60 or half == "chiều" and not 11 * 60 <= first < 19 * 60:
            return match[0], "không phải giờ, ngày tiếp nhận"
        if before is not None and _AND.fullmatch(text, ended, match.start()) and first < before:
            return match[0], "bắt đầu trước khi buổi trước kết thúc"
        before, ended = last, match.end()
    return None


def _wrong_days(text: str) -> tuple[str, str] | None:
    for match in _DAYS.finditer(text):
        first, last = _weekdays(match)
        if first >= last:
            return match[0], "ghi ngược: ngày sau phải muộn hơn ngày trước trong tuần"
    return None


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Beginning and end in minutes; “chiều 1h30 – 5h” is in the afternoon."""
    first, last = _minutes(*match.groups()[1:4]), _minutes(*match.groups()[4:7])
    if (match[1] or "").lower() in ("chiều", "tối") and last < 12 * 60 and first < last:
        return first + 12 * 60, last + 12 * 60
    return first, last


def _weekdays(match: re.Match[str]) -> tuple[int, int]:
    named = [part.lower() if part else "" for part in match.groups()]
    first, last = (next(filter(None, named[at : at + 3])) for at in (0, 3))
    return _weekday(first), _weekday(last)


def _weekday(name: str) -> int:
    """2 for Monday … 7 for Saturday, 8 for Sunday, as they are called."""
    return int(name) if name.isdigit() else _WEEK.index(name) + 2 if name in _WEEK else 8


def _minutes(hour: str, after_h: str | None, after_colon: str | None) -> int:
    return int(hour) * 60 + int(after_h or after_colon or 0)
