"""Adds the unit that a column title states (“Thời gian (giờ)”, “Phí (nghìn đồng)”) to the bare numbers below it."""

from __future__ import annotations

import re

from generator.importing.sources.decision_list.header import Header

_DONG = re.compile(r"(?<!nghìn )(?<!ngàn )(?<!1000 )(?<!1\.000 )(?:đồng|vnđ)(?![^\W\d_])")
_LARGER_UNIT = re.compile(r"(?:nghìn|ngàn|triệu|1[.,]?000)\s?(?:đồng|vnđ|đ)(?![^\W\d_])|(?<![^\W\d_])usd(?![^\W\d_])")
_BARE_AMOUNT = re.compile(r"\s*+[1-9]\d{0,8}(?:[.,]\d{1,3}){0,3}\s*+|\s*+0[.,]\d{1,3}\s*+")
_BARE_LIMIT = re.compile(r"\s*+\d{1,3}(?:[.,]5)?(?:\s?[-–]\s?\d{1,3})?\s*+")
_AMOUNT = re.compile(r"\s*(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{2,8})\s*")
_UNIT = re.compile(r"ngày làm việc|giờ làm việc|ngày|giờ|tháng")


def with_unit(limit: str, header: Header) -> str:
    """Add the unit of the column title (“Thời gian (ngày làm việc)”) to a bare number."""
    titles = " ".join(header.titles[at] for at in header.columns.get("limit", ()) if at < len(header.titles)).lower()
    unit = _UNIT.search(titles)
    return f"{limit.strip()} {unit[0]}" if unit and _BARE_LIMIT.fullmatch(limit) else limit


def with_currency(fee: str, header: Header) -> str:
    """Add the currency of the column title (“Phí (đồng)”) to a bare amount; thousands stay a text that somebody must
    read."""
    titles = " ".join(header.titles[at] for at in header.columns.get("fee", ()) if at < len(header.titles)).lower()
    larger = _LARGER_UNIT.search(titles)
    if larger and _BARE_AMOUNT.fullmatch(fee):
        unit = larger[0].strip("()")
        return f"{fee.strip()} {unit}" if unit[:1].isalpha() else f"{fee.strip()} (đơn vị tính: {unit})"
    return f"{fee.strip()} đồng" if _DONG.search(titles) and _AMOUNT.fullmatch(fee) else fee
