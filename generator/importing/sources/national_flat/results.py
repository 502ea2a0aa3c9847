"""Parses “Kết quả thực hiện”: names that end with “Mã: KQ…”, then keywords, description and page controls."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing import text_cleaning
from generator.plain_data import Unchecked

_CODE = re.compile(
    r"(?<!\s)\s*+Mã:\s*+(?:(?:[A-Za-z]{1,8}|[0-9])[\w.\-]*?\d{4,}|[\w.\-]{2,24}?(?=Từ khóa|$)|[^\n]{0,30}?(?=Từ khóa))"
)


class ResultSplit(NamedTuple):
    """names of the results; keywords; summary: the description; confidence: certainty of the split, 0–1."""

    names: list[str]
    keywords: list[str]
    summary: str
    confidence: float


def split(value: object) -> ResultSplit:
    """Split the joined text into its parts."""
    text = text_cleaning.text(value)
    keywords, summary = "", ""
    before, tail, after = text.partition("Từ khóa")
    listed, heading, described = after.partition("Mô tả")
    if tail and heading:
        keywords, summary = (
            text_cleaning.text_or_empty(listed),
            text_cleaning.text_or_empty(described.partition("Chọn cơ quan thực hiện")[0]),
        )
        text = before
    names, start = [], 0
    for match in _CODE.finditer(text):
        names.append(text_cleaning.paper_name(text[start : match.start()]))
        start = match.end()
    rest = text_cleaning.text_or_empty(text[start:])
    if rest:
        names.append(text_cleaning.paper_name(rest))
    unique = [name for name in dict.fromkeys(names) if name]
    words = [word for word in (text_cleaning.line(part).rstrip(".") for part in re.split(r"[;\n]", keywords)) if word]
    return ResultSplit(unique, words, summary, 1.0 if not rest or start == 0 else 0.5)


def from_rows(rows: list[Unchecked]) -> ResultSplit:
    """Results that kept their columns: texts, or rows with “ten”."""
    texts = [row.get("ten", row.get("")) if isinstance(row, dict) else row for row in rows]
    names = [text_cleaning.paper_name(text) for text in texts]
    return ResultSplit([name for name in dict.fromkeys(names) if name], [], "", 1.0)
