"""Converts the value of a spreadsheet cell to text as displayed; every openpyxl type gives a text or a reason."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any, NamedTuple

from generator.importing import text_cleaning
from generator.importing.sources.decision_list import symbols
from generator.importing.sources.decision_list.rows import is_error

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Literals of a number format: quoted text, escaped character, currency, space; padding and colours print nothing.
# A whole format has at most 255 characters in a spreadsheet, so brackets hold no more.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]{0,255}+)[^\]]{0,255}+\]|( )|_.|\*.|\[[^\]]{0,255}+\]')
_DIGITS = re.compile(r"[#0?][#0?,. ]*")


class Value(NamedTuple):
    """text: the displayed text; code: a code typed as a number; struck: struck-through text.

    fault: why something is omitted or doubtful (the start of a Vietnamese sentence), "" when nothing is.
    """

    text: str = ""
    code: str = ""
    struck: str = ""
    fault: str = ""


def value_of(value: Any, kind: str, font: Any, number_format: str) -> Value:
    """Convert a cell value. kind: openpyxl's data type; font: the cell's font. Never raises for openpyxl values."""
    if kind == "f":
        return Value(fault="công thức chưa có kết quả lưu trong tệp (mở bằng Excel, tính lại rồi lưu)")
    if kind == "unreadable":
        return Value(fault="không đọc được giá trị")
    if value is None:
        return Value()
    made = _plain(value, kind, font, number_format)
    if made.text and is_error(made.text):
        return Value(fault=f"lỗi {made.text} của bảng tính")
    if symbols.UNKNOWN in made.text and not made.fault:
        made = made._replace(fault="có ký hiệu hoặc chữ không đọc được, thay bằng \ufffd")
    return _struck(made) if getattr(font, "strike", None) and made.text else made


def unescape(text: str) -> str:
    """Decode “_x000D_” and the like (ISO 29500, ST_Xstring); surrogate pairs are joined."""
    if "_x" not in text:
        return text
    made = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return made.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _struck(value: Value) -> Value:
    return Value(struck=value.text, fault=value.fault)


def _plain(value: Any, kind: str, font: Any, number_format: str) -> Value:
    if kind == "e":
        return Value(str(value))
    if isinstance(value, bool):
        return Value("Có" if value else "Không")
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
        return Value(text_cleaning.text(symbols.letters(unescape(value), name)))
    if isinstance(value, list):  # rich text: each piece may have its own font
        return _rich(value, name)
    return Value(text_cleaning.text(str(value)), fault=f"kiểu giá trị lạ ({type(value).__name__}), giữ nguyên văn")


def _rich(pieces: list[Any], name: str | None) -> Value:
    kept: list[str] = []
    struck: list[str] = []
    for piece in pieces:
        font = getattr(piece, "font", None)
        text = symbols.letters(
            unescape(piece if isinstance(piece, str) else piece.text or ""), getattr(font, "rFont", None) or name
        )
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
    section = re.sub("General|@", "0", number_format.split(";")[0])
    pattern = _DIGITS.search(_LITERAL.sub("", section))
    decimals = found[1].count("0") if pattern and (found := re.search(r"\.([0#?]+)", pattern[0])) else 0
    whole = value == int(value)
    six = f"{value:.6f}" if 1 <= value < 10 else ""
    code = six if six and abs(float(six) - value) < 1e-9 and (not whole or decimals == 6) else ""
    if code and decimals == 6:
        return Value(code, code)
    if "%" in _LITERAL.sub("", section):
        percent = round(value * 100, 8)
        return Value(f"{_decimal(percent, decimals or (0 if percent == int(percent) else -1))}%")
    shown = _decimal(value, decimals if decimals and not whole else 0 if whole else -1)
    if pattern and whole and value >= 0 and re.fullmatch(r"0+", pattern[0].strip()):
        shown = shown.zfill(len(pattern[0].strip()))
    return Value(_with_words(shown, section), code)


def _decimal(value: int | float, decimals: int) -> str:
    """Format with a decimal comma; decimals -1: as many as the number has."""
    text = repr(round(value, 10)) if decimals < 0 else f"{value:.{decimals}f}"
    return text.replace(".", ",")


def _with_words(number: str, section: str) -> str:
    """Add the literal text that the format prints around the digits: `0" ngày làm việc"`."""
    at = _DIGITS.search(re.sub(_LITERAL, lambda match: "\0" * len(match[0]), section))
    if at is None:
        return number
    return text_cleaning.text(f"{_words(section[: at.start()])}{number}{_words(section[at.end() :])}")


def _words(section: str) -> str:
    return "".join(match[match.lastindex] for match in _LITERAL.finditer(section) if match.lastindex)
