"""Untrusted data from a host: a strict JSON parser, and a filter for text printed to the terminal."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from typing import Any

VIETNAM = dt.timezone(dt.timedelta(hours=7))
TIME = re.compile(r"(19[7-9]\d|2\d{3})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}")
RELEASE = re.compile(r"([0-9]{5,8})-[0-9a-f]{12}")
DIGITS = 15  # of a JSON integer: all of ours are shorter, and longer ones only cost time
MAX_LENGTH = 400  # characters of one text on the terminal


def printable(text: object, longest: int = MAX_LENGTH) -> str:
    """`text` on one line of at most `longest` characters, safe for a terminal: control characters, bidirectional
    controls and lone surrogates are escaped."""
    full = str(text)
    cut = full if len(full) <= longest else f"{full[: longest - 1]}…"
    return "".join(_shown(char) for char in cut)


def _shown(char: str) -> str:
    kind = unicodedata.category(char)
    return char if kind[0] != "C" and kind not in ("Zl", "Zp") else f"\\u{ord(char):04x}"


def parse_json(data: bytes) -> Any:
    """The value of a JSON text. Raises ValueError for invalid JSON and for what our files never contain: fractions and
    infinities, integers of more than 15 digits, too deep nesting, characters that cannot be encoded."""
    try:
        value = json.loads(data.decode("utf-8"), parse_int=_integer, parse_float=_refused, parse_constant=_refused)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # lone surrogates, escaped as \ud800, fail here
    except RecursionError:
        raise ValueError("lồng quá sâu") from None
    except UnicodeError:
        raise ValueError("có ký tự không phải UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"không phải JSON (dòng {error.lineno})") from None
    return value


def _integer(text: str) -> int:
    if len(text) > DIGITS:
        raise ValueError(f"có số dài {len(text)} chữ số")
    return int(text)


def _refused(text: str) -> Any:
    raise ValueError(f"có giá trị “{printable(text, 20)}”")


def text_of(value: object, form: re.Pattern[str] | None = None) -> str:
    """`value`, if it is a string (that matches `form`). Raises ValueError."""
    if not isinstance(value, str) or (form and not form.fullmatch(value)):
        raise ValueError(f"“{printable(value, 40)}” không đúng dạng")
    return value


def number_of(value: object) -> int:
    """`value`, if it is an integer of 0 or more. Raises ValueError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"“{printable(value, 40)}” không phải số")
    return value


def seconds_of(value: object) -> int:
    """Unix seconds of a Vietnamese time as written by `time_text`. Raises ValueError."""
    return int(dt.datetime.fromisoformat(text_of(value, TIME)).timestamp())


def time_text(seconds: int) -> str:
    """Unix seconds as Vietnamese time, whatever this machine's time zone is."""
    return dt.datetime.fromtimestamp(seconds, VIETNAM).isoformat()


def release_number(name: str) -> int | None:
    """The number in a release id (00017-1f0c62a9d0c4), None for anything else."""
    match = RELEASE.fullmatch(name)
    return int(match[1]) if match else None
