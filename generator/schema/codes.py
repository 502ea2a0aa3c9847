"""The formats of codes: always text, never a number (`1.000110` parsed as a number is 1.00011)."""

from __future__ import annotations

import re
import unicodedata

PROCEDURE_CODE = re.compile(r"[0-9]\.[0-9]{6}")
UNIT_CODE = re.compile(r"[0-9]{2}|[0-9]{3}|[0-9]{5}")  # province, district, commune
LAW_NUMBER = re.compile(r"\w[\w.]*(?:/\w[\w.\-]*)+")  # 123/2015/NĐ-CP
MENTIONED = re.compile(r"(?<![\d.])\d\.\d{6}(?![\d.]*\d)")  # in a sentence
SHAPES = {"ma_thu_tuc": PROCEDURE_CODE, "ma_don_vi": UNIT_CODE}
CODE_KEYS = {*SHAPES, "thu_tuc", "lam_cung_luc", "thay_the_boi"}  # YAML keys whose values are codes

# A procedure code as people and spreadsheets write it: 2.000950, 2,000950, 2 000950, 2_000950, 2000950, 2.00095000 …
# Behind a comma or point stands no code but that of a list: 1.001193,2.000950.
WHOLE = re.compile(
    r"(?<![0-9])(?<!(?<![0-9]{6})[.,])([0-9])\s?[.,\-_·。\u2010-\u2015\u2212 ]?\s?([0-9]{6})"
    r"(?:(?<=[.,][0-9]{6})0+)?(?![0-9])"
)
# … with the marks of thousands: 1.004.222, 1 004 222. Where nothing else is said: "1.004.222 đồng" is a price.
GROUPED = re.compile(
    r"(?<![0-9.,])([0-9])[.,]?\s?(0[0-9]{2})[.,]?\s?([0-9]{3})(?:[.,]0{1,2})?(?![.,]?[0-9])",
)
# … and with trailing zeros lost because it was parsed as a number: 2.00095. A short one must be the whole text, else it
# is a price; 1.00119E+06 has lost other figures.
SHORT = re.compile(r"(?<![0-9.,])([0-9])[.,]([0-9]{4,5})(?![0-9.,]*[0-9]|[Ee][+-]?[0-9])")
BARE = re.compile(r"""[\s'"“”‘’(]*([0-9])[.,]([0-9]{1,3})[\s)'"“”‘’]*""")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def procedure_codes(text: str) -> list[list[str]]:
    """The procedure codes that `text` may name, in their official form (`1.001193`), each with its readings, the
    likeliest first: zeros are lost at the end, where a code was parsed as a number, and behind the point, where it was
    cut in two. search-normalise.js does the same; tests/cases/codes.json tests both."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    whole = WHOLE.findall(plain)
    if not whole and not any(map(str.isalpha, plain)):
        whole = [(first, second + third) for first, second, third in GROUPED.findall(plain)]
    if whole:
        return [[code] for code in dict.fromkeys(map(".".join, whole))]
    found = SHORT.search(plain) or BARE.fullmatch(plain)
    return [list(dict.fromkeys((f"{found[1]}.{found[2]:0<6}", f"{found[1]}.{found[2]:0>6}")))] if found else []


def procedure_code(text: str) -> str:
    """The likeliest reading of the first of these codes, or ""."""
    return next((code for code, *_ in procedure_codes(text)), "")
