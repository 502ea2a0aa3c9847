"""Joins the columns of one meaning to one text. What only the titles say goes with the texts: the unit of a bare number
(“Thời gian (giờ)”, “Phí (nghìn đồng)”), which column is which (“Phí” beside “Lệ phí”, “Theo quy định” beside “Sau cắt
giảm”)."""

from __future__ import annotations

import re

from generator.importing.sources.decision_list import symbols

_DONG = re.compile(r"(?<!nghìn )(?<!ngàn )(?<!1000 )(?<!1\.000 )(?:đồng|vnđ)(?![^\W\d_])")
_LARGER_UNIT = re.compile(r"(?:nghìn|ngàn|triệu|1[.,]?000)\s?(?:đồng|vnđ|đ)(?![^\W\d_])|(?<![^\W\d_])usd(?![^\W\d_])")
_BARE_AMOUNT = re.compile(r"\s*+[1-9]\d{0,8}(?:[.,]\d{1,3}){0,3}\s*+|\s*+0[.,]\d{1,3}\s*+")
_BARE_LIMIT = re.compile(r"\s*+\d{1,3}(?:[.,]5)?(?:\s?[-–]\s?\d{1,3})?\s*+")
_AMOUNT = re.compile(r"\s*(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{2,8})\s*")
_UNIT = re.compile(r"ngày làm việc|giờ làm việc|ngày|giờ|tháng")
_FEE_KIND = re.compile(r"(?:mức )?(?:thu )?((?:lệ )?phí)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)\s*$")
UNDER = ": "  # between the title of several columns and that of one of them


def together(meaning: str, columns: list[tuple[str, str]]) -> str:
    """The texts of the columns (title, text) of one meaning, once each. Fees of different kinds and limits that differ
    stand behind the titles of their columns."""
    if meaning == "online":  # a cross stands for its title
        columns = [(title, _label(title) if symbols.mark(text) == "yes" else text) for title, text in columns]
    found = [(title, with_unit(meaning, text, title)) for title, text in columns if text]
    if len(columns) == 1:
        return found[0][1] if found else ""
    of_kinds = meaning == "fee" and len({_kind(title) for title, _ in columns} - {""}) > 1
    several = len({text for _, text in found}) > 1
    named = several and meaning in ("fee", "limit")
    return "\n".join(
        dict.fromkeys(
            _behind(title, text) if of_kinds or named or several and UNDER in title else text for title, text in found
        )
    )


def _kind(title: str) -> str:
    """“Phí” or “Lệ phí”, if a title says nothing else; else ""."""
    kind = _FEE_KIND.fullmatch(_label(title))
    return kind[1].capitalize() if kind else ""


def _behind(title: str, text: str) -> str:
    """`text` behind the words of its title, unless it begins with them itself."""
    label = _kind(title) or _label(title)
    return text if text.lower().startswith(label.lower()) else f"{label}: {text}"


def _label(title: str) -> str:
    """The own words of a title: without the one above it, on one line, without a unit in brackets."""
    own = title.partition(UNDER)[2] or title
    return _IN_BRACKETS.sub("", " ".join(own.split())).strip()


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
