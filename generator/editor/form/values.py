"""Conversion between a value and the text in its control. An unchanged value is returned as it was written."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from generator.editor.form.pasted import markdown, one_line, pasted
from generator.editor.form.widgets import DAY, MARKDOWN, NUMBER, YES_NO
from generator.schema.dates import ISO_DAY

_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_AMOUNT = re.compile(r"([1-9]\d{0,2}(?:([.,\s])\d{3}(?:\2\d{3})*)|\d+)\s*(?:đ|₫|đồng|vnđ|vnd)?", re.IGNORECASE)
_PER = re.compile(r"([^/\d]*+\d[^/]*+)/\s*+(?:(?:1|một|mỗi)\s++)?+([^/\d]++)")
YES, NO = ("true", "có"), ("false", "không")


def display_text(kind: str, raw: str | None) -> str:
    """The text in the control: days as day/month/year."""
    text = raw or ""
    if kind == DAY and ISO_DAY.fullmatch(text):
        year, month, day = text.split("-")
        return f"{day}/{month}/{year}"
    if kind == YES_NO and text.strip().lower() in YES + NO:
        return YES[0] if text.strip().lower() in YES else NO[0]
    return text


def parse_typed(kind: str, typed: str, before: str | None) -> str:
    """The value that a typed text stands for. before: the present one, kept when the control still shows it."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    if text.strip() == display_text(kind, before).strip():
        return before or ""
    text = pasted(text)
    if kind == MARKDOWN:
        return markdown(text, before or "")
    text = one_line(text) if "\n" not in (before or "") else text.replace("\t", " ").strip()
    if kind == DAY and (found := _DAY.fullmatch(text)):
        with suppress(ValueError):
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    if kind == NUMBER and (amount := _AMOUNT.fullmatch(text)):
        return re.sub(r"\D", "", amount[1])
    return text


def amount_per(typed: str) -> tuple[str, str]:
    """(amount, unit) of “8.000 đồng/bản”; ("", "") if the text is not an amount for each of something."""
    found = _PER.fullmatch(pasted(typed).strip())
    amount = parse_typed(NUMBER, found[1], None) if found else ""
    return (amount, found[2].strip()) if found and amount.isdecimal() else ("", "")
