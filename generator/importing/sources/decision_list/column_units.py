"""Adds the unit that a column title states (“Thời gian (giờ)”, “Phí (nghìn đồng)”) to the bare numbers below it."""

from __future__ import annotations

import re

_DONG = re.compile(r"(?<!nghìn )(?<!ngàn )(?<!1000 )(?<!1\.000 )(?:đồng|vnđ)(?![^\W\d_])")
_LARGER_UNIT = re.compile(r"(?:nghìn|ngàn|triệu|1[.,]?000)\s?(?:đồng|vnđ|đ)(?![^\W\d_])|(?<![^\W\d_])usd(?![^\W\d_])")
_BARE_AMOUNT = re.compile(r"\s*+[1-9]\d{0,8}(?:[.,]\d{1,3}){0,3}\s*+|\s*+0[.,]\d{1,3}\s*+")
_BARE_LIMIT = re.compile(r"\s*+\d{1,3}(?:[.,]5)?(?:\s?[-–]\s?\d{1,3})?\s*+")
_AMOUNT = re.compile(r"\s*(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{2,8})\s*")
_UNIT = re.compile(r"ngày làm việc|giờ làm việc|ngày|giờ|tháng")


def with_unit(meaning: str, text: str, title: str) -> str:
    """`text` of a column of limits or fees with the unit that the column's title states, if it is a bare number."""
    if meaning == "limit":
        return _with_time(text, title.lower())
    return _with_currency(text, title.lower()) if meaning == "fee" else text


def _with_time(limit: str, title: str) -> str:
    unit = _UNIT.search(title)
    return f"{limit.strip()} {unit[0]}" if unit and _BARE_LIMIT.fullmatch(limit) else limit


def _with_currency(fee: str, title: str) -> str:
    """Thousands stay a text that somebody must read."""
    larger = _LARGER_UNIT.search(title)
    if larger and _BARE_AMOUNT.fullmatch(fee):
        unit = larger[0]
        return f"{fee.strip()} {unit}" if unit[:1].isalpha() else f"{fee.strip()} (đơn vị tính: {unit})"
    return f"{fee.strip()} đồng" if _DONG.search(title) and _AMOUNT.fullmatch(fee) else fee
