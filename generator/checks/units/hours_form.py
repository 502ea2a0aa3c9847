"""Giờ tiếp nhận không có thật.

Người dân đi theo giờ ghi ở đây: “25h00”, “11:30 – 7:30”, “thứ Tám” thì không biết lúc nào đến. Chưa biết giờ thì đơn
vị ghi “chờ đơn vị bổ sung”, lớp địa phương bỏ dòng ấy; “chưa rõ” không ai đi theo được. Giờ từ 0 đến 24, phút dưới
60, giờ sau muộn hơn giờ trước, thứ từ Hai đến Bảy.

Sai: `gio_tiep_nhan: Sáng 7h30 – 7h00`
Đúng: `gio_tiep_nhan: Sáng 7h30 – 11h30`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.values import PENDING_CONTACT, UNKNOWN

ID = "TT-263"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L05",)
KINDS = ("unit", "overlay", "procedure")
KEYS = {"gio_tiep_nhan", "thoi_gian_tiep_nhan"}
TIME = r"(?<![\d.,/])(\d{1,2})(?: ?(?:h|giờ|g)(?: ?(\d{2})(?: ?phút)?)?|:(\d{2}))(?!\w)"
ONE = re.compile(TIME, re.IGNORECASE)
RANGE = re.compile(rf"{TIME} ?(?:-|–|—|đến) ?{TIME}", re.IGNORECASE)
WEEKDAY = re.compile(r"\bthứ (?:0|1|8|9|một|nhất|tám|chín|mười)(?!\w)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Times and weekdays that do not exist, ranges that end before they begin; one finding for each text."""
    for path, spec, value in entry.fields:
        if spec.key not in KEYS or not isinstance(value, str):
            continue
        if value.strip().casefold() == UNKNOWN and entry.kind.name != "procedure":
            hint = "Bỏ dòng này." if entry.kind.name == "overlay" else f"Ghi giờ thật, hoặc “{PENDING_CONTACT}”."
            yield Finding(path, "giờ tiếp nhận còn “chưa rõ”", hint)
        if wrong := _wrong(value):
            yield Finding(
                path, f"“{wrong}” không phải giờ, ngày tiếp nhận", "Ví dụ: Thứ Hai đến thứ Sáu, 7h30 – 11h30."
            )


def _wrong(text: str) -> str:
    for match in ONE.finditer(text):
        if _minutes(*match.groups()) > 24 * 60 or int(match[2] or match[3] or 0) > 59:
            return match[0]
    for match in RANGE.finditer(text):
        if _minutes(*match.groups()[:3]) >= _minutes(*match.groups()[3:]):
            return match[0]
    weekday = WEEKDAY.search(text)
    return weekday[0] if weekday else ""


def _minutes(hour: str, after_h: str | None, after_colon: str | None) -> int:
    return int(hour) * 60 + int(after_h or after_colon or 0)
