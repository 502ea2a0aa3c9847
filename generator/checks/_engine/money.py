"""Sums of money in sentences: “8.000 đồng”, “1,5 triệu đồng”, “mười nghìn đồng”, “10k”."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.text.number_words import NUMBERS

WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
AMOUNT = re.compile(
    r"(?<![\d.,])(?:(\d{1,3}(?:\.\d{3}){1,3}|\d{3,9}) ?(?:đồng|vnđ|vnd|đ)"
    r"|(\d{1,3}(?:,\d)?) ?(?:(nghìn|ngàn|triệu) ?(?:đồng|vnđ|vnd|đ)|k))(?!\w)"
    rf"|(?<!\w)(?<!trăm )(?<!lẻ )(?<!linh )({WORDS}) (nghìn|ngàn|triệu) đồng(?!\w)",
    re.IGNORECASE,
)
# part of every sum; AMOUNT itself looks for each number word at every letter
CURRENCY = re.compile(r"\d ?[đkv]|nghìn|ngàn|triệu", re.IGNORECASE)
THOUSANDS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000}
# a ceiling, a surcharge, another case: not the amount of this line
OTHER_CASE = re.compile(
    r"tối đa|không quá|thêm|trở lên|trở đi|ngoài|giảm|vượt|trừ|trước đây|từ trang|từ bản|phạt|miễn|bưu|cước|giá trị",
    re.IGNORECASE,
)
FEE = re.compile(r"\b(?:phí|mức thu)\b[^.;\n]{0,40}$", re.IGNORECASE)  # before a sum
OF_FEE = re.compile(r" (?:tiền )?(?:lệ )?phí\b", re.IGNORECASE)  # after it


class Sum(NamedTuple):
    """A sum of money in a text: where it begins and ends, how many đồng it is."""

    start: int
    end: int
    amount: int


def amounts(text: str) -> list[Sum]:
    """Sums of money in a text."""
    if not CURRENCY.search(text):
        return []
    found = []
    for match in AMOUNT.finditer(text):
        plain, number, unit, word, of_word = match.groups()
        if plain:
            amount = int(plain.replace(".", ""))
        elif number:
            amount = round(float(number.replace(",", ".")) * THOUSANDS[(unit or "nghìn").lower()])
        else:
            amount = NUMBERS[word.lower()] * THOUSANDS[of_word.lower()]
        found.append(Sum(*match.span(), amount))
    return found


def fee_amounts(text: str) -> list[int]:
    """The sums of money that a text calls a fee."""
    return [
        amount
        for start, end, amount in amounts(text)
        if (FEE.search(text[:start]) or OF_FEE.match(text, end)) and not OTHER_CASE.search(_sentence(text, start))
    ]


def _sentence(text: str, place: int) -> str:
    end = re.compile(r"[.;\n](?!\d)").search(text, place)
    return re.split(r"[.;\n](?!\d)", text[:place])[-1] + text[place : end.start() if end else len(text)]


def money(amount: int) -> str:
    """`8.000 đồng`, for messages."""
    return f"{amount:,} đồng".replace(",", ".")
