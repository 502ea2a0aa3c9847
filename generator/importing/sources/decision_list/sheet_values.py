"""Converts the value of a spreadsheet cell to text as displayed; every openpyxl type gives a text or a reason."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any, NamedTuple

from generator.importing import text_cleaning
from generator.importing.sources.decision_list import symbols
from generator.importing.sources.decision_list.number_format import format_of, shown_text
from generator.importing.sources.decision_list.rows import FORMULA, is_error, is_formula

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HIDDEN = "định dạng che giá trị của ô (;;;), vẫn đọc"


class Value(NamedTuple):
    """text: the displayed text; code: a code typed as a number; struck: struck-through text.

    fault: why something is omitted or doubtful (the start of a Vietnamese sentence), "" when nothing is.
    """

    text: str = ""
    code: str = ""
    struck: str = ""
    fault: str = ""


def value_of(value: object, kind: str, font: object, number_format: str) -> Value:
    """Convert a cell value. kind: openpyxl's data type; font: the cell's font. Never raises for openpyxl values."""
    if kind == "f":
        return Value(fault=FORMULA)
    if kind == "unreadable":
        return Value(fault="không đọc được giá trị")
    if value is None:
        return Value()
    made = _plain(value, kind, font, number_format)
    if made.text and is_error(made.text):
        return Value(fault=f"lỗi {made.text} của bảng tính")
    if is_formula(made.text):
        return Value(fault=FORMULA)
    if symbols.UNKNOWN in made.text and not made.fault:
        made = made._replace(fault="có ký hiệu hoặc chữ không đọc được, thay bằng \ufffd")
    if getattr(font, "strike", None) and made.text and not isinstance(value, list):
        return made._replace(text="", code="", struck=f"{made.text} {made.struck}".strip())
    return made


def unescape(text: str) -> str:
    """Decode “_x000D_” and the like (ISO 29500, ST_Xstring); surrogate pairs are joined."""
    if "_x" not in text:
        return text
    made = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return made.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: object, kind: str, font: object, number_format: str) -> Value:
    if kind == "e":
        return Value(str(value))
    if isinstance(value, bool):
        return Value("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        return _number(value, number_format or "General")
    if isinstance(value, dt.datetime):
        return Value(value.strftime("%d/%m/%Y") if value.time() == dt.time() else value.strftime("%H:%M %d/%m/%Y"))
    if isinstance(value, dt.date):
        return Value(value.strftime("%d/%m/%Y"))
    if isinstance(value, dt.time):
        return Value(value.strftime("%H:%M"), fault="ô kiểu giờ, giữ nguyên văn")
    if isinstance(value, dt.timedelta):
        text = _hours(value)
        return Value(text, fault="ô kiểu khoảng thời gian (giờ:phút), giữ nguyên văn")
    name = getattr(font, "name", None)
    if isinstance(value, str) and not isinstance(value, list):
        return _text(symbols.letters(unescape(value), name), number_format)
    if isinstance(value, list):  # rich text: each piece may have its own font
        return _rich(value, font)
    return Value(text_cleaning.text(str(value)), fault=f"kiểu giá trị lạ ({type(value).__name__}), giữ nguyên văn")


def _text(text: str, number_format: str) -> Value:
    """A text with the words of its format; struck text in it (tags, letters with a stroke) is kept apart."""
    shown = shown_text(text, number_format)
    kept = text_cleaning.text(shown or text)
    return Value(kept, struck=text_cleaning.struck(text), fault="" if shown or not kept else _HIDDEN)


def _rich(pieces: list[Any], cell_font: object) -> Value:
    kept: list[str] = []
    struck: list[str] = []
    for piece in pieces:
        font = getattr(piece, "font", None) or cell_font
        name = getattr(font, "rFont", None) or getattr(cell_font, "name", None)
        text = symbols.letters(unescape(piece if isinstance(piece, str) else piece.text or ""), name)
        if getattr(font, "vertAlign", None) == "superscript":
            text = text_cleaning.raised(text)
        (struck if getattr(font, "strike", None) else kept).append(text)
    return Value(text_cleaning.text("".join(kept)), struck=text_cleaning.text(" ".join(struck)))


def _hours(value: dt.timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


def _number(value: int | float, number_format: str) -> Value:
    """A number as displayed. Codes have six decimals, so 1.00011 can only have been 1.000110."""
    if isinstance(value, float) and not math.isfinite(value):
        return Value(fault="con số không thể có thật")
    if abs(value) > 10**40:
        return Value(fault="con số không thể có thật (quá nhiều chữ số)")
    shown_by = format_of(value, number_format)
    decimals = shown_by.decimals
    whole = value == int(value)
    six = f"{value:.6f}" if 1 <= value < 10 else ""
    code = six if six and abs(float(six) - value) < 1e-9 and (not whole or decimals == 6) else ""
    if code and decimals == 6:
        return Value(code, code)
    if shown_by.percent:
        percent = round(value * 100, 8)
        return Value(f"{_decimal(percent, decimals or (0 if percent == int(percent) else -1))}%")
    if not shown_by.digits:  # only words, “Miễn phí” for zero, or nothing at all
        return Value(shown_by.words) if shown_by.words else Value(_decimal(value, 0 if whole else -1), fault=_HIDDEN)
    if shown_by.scale > 1:
        value = round(value / shown_by.scale, 10)
        whole = value == int(value)
    shown = _decimal(value, decimals if decimals and not whole else 0 if whole else -1)
    if value == 0 and not shown_by.digits.strip("?"):
        return Value(shown)
    if whole and value >= 0 and not shown_by.digits.strip("0"):
        shown = shown.zfill(len(shown_by.digits))
    return Value(shown_by.with_words(shown), code)


def _decimal(value: int | float, decimals: int) -> str:
    """Format with a decimal comma; decimals -1: as many as the number has."""
    text = repr(round(value, 10)) if decimals < 0 else f"{value:.{decimals}f}"
    return text.replace(".", ",")
