"""Times in sentences: “05 (năm) ngày làm việc”, “mười lăm ngày”, as numbers with units that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.schema.fees import TimeLimit
from generator.text.number_words import NUMBERS, ONES

# unit → what it is counted in, and how many of those it is; a working day has eight hours
SIZES = {
    "ngày làm việc": ("work", 8.0),
    "giờ làm việc": ("work", 1.0),
    "ngày": ("hour", 24.0),
    "giờ": ("hour", 1.0),
    "tuần": ("hour", 24.0 * 7),
    "tháng": ("hour", 24.0 * 30),
    "năm": ("hour", 24.0 * 360),
}
SHORT = {"ngày lv": "ngày làm việc", "h": "giờ"}
_TENS, _DIGITS = "|".join(ONES[2:]), "|".join([*ONES[1:], "mốt", "tư", "lăm", "nhăm"])
_DURATION = re.compile(
    r"(?<![\d,.:/–-])(?<!ngày )(?:0{0,2}(\d{1,3}(?:[,.]5)?)"
    rf"|(?<!\w)((?:(?:mười|(?:{_TENS}) mươi)(?: (?:{_DIGITS}))?|{_DIGITS})))"
    rf"(?: ?\([^()]{{1,25}}\))?+ ?({'|'.join([*SHORT, *SIZES])})(?!\w)",
    re.IGNORECASE,
)


# looked for first, which is quick: most texts state no time
_WORDS = tuple({unit.split()[0] for unit in (*SHORT, *SIZES) if len(unit) > 1})
_LETTER = re.compile(rf"\d ?(?:{'|'.join(unit for unit in SHORT if len(unit) == 1)})(?!\w)", re.IGNORECASE)


class Duration(NamedTuple):
    """start, end: its place in the text; text: as written, without the number in brackets."""

    start: int
    end: int
    amount: float
    unit: str

    @property
    def text(self) -> str:
        return f"{self.amount:g} {self.unit}".replace(".", ",")

    @property
    def size(self) -> tuple[str, float]:
        """What it is counted in, and how many: equal for equal times."""
        counted, each = SIZES[self.unit]
        return counted, each * self.amount


def durations(text: str) -> Iterator[Duration]:
    """Every time in a text."""
    lower = text.lower()
    if not any(word in lower for word in _WORDS) and not _LETTER.search(text):
        return
    for match in _DURATION.finditer(text):
        number = float(match[1].replace(",", ".")) if match[1] else NUMBERS.get(match[2].lower(), 0)
        if number:
            unit = match[3].lower()
            yield Duration(match.start(), match.end(), number, SHORT.get(unit, unit))


def limit_size(limit: TimeLimit) -> tuple[str, float] | None:
    """The time limit in the same measure; None if it has no number or no unit."""
    if not limit.amount or limit.unit not in SIZES:
        return None
    counted, each = SIZES[limit.unit]
    return counted, each * limit.amount
