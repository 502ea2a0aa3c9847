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

# A procedure code as people and spreadsheets write it: 2.000950, 2,000950, 2 000950, 2000950, 2.00095000 …
WHOLE = re.compile(r"(?<![0-9.,])([0-9])\s?[.,\- ]?\s?([0-9]{6})(?:(?<=[.,][0-9]{6})0+)?(?![0-9])")
# … and with trailing zeros lost because it was parsed as a number: 2.00095. A short one must be the whole text, else it is a price.
SHORT = re.compile(r"(?<![0-9.,])([0-9])[.,]([0-9]{4,5})(?![0-9.,]*[0-9])")
BARE = re.compile(r"""[\s'"“”‘’(]*([0-9])[.,]([0-9]{1,3})[\s)'"“”‘’]*""")


def procedure_codes(text: str) -> list[str]:
    """The procedure codes that `text` may name, in their official form (`1.001193`), the likeliest first: zeros are lost
    at the end, where a code was parsed as a number, and behind the point, where it was cut in two. search-normalise.js
    does the same; tests/cases/codes.json tests both."""
    plain = unicodedata.normalize("NFKC", text)
    found = WHOLE.search(plain) or SHORT.search(plain) or BARE.fullmatch(plain)
    return list(dict.fromkeys((f"{found[1]}.{found[2]:0<6}", f"{found[1]}.{found[2]:0>6}"))) if found else []


def procedure_code(text: str) -> str:
    """The likeliest of these codes, or ""."""
    return next(iter(procedure_codes(text)), "")
