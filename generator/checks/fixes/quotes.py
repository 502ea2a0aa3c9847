"""Puts quotes around codes, so that no program reads `1.000110` as a number (TT-024)."""

from __future__ import annotations

import re

from generator.checks.fixes._parsed import replace, scalars
from generator.schema.codes import CODE_KEYS, PROCEDURE_CODE, UNIT_CODE
from generator.schema.kinds import Kind

FIXES = "TT-024"
ORDER = 4
DESCRIPTION = "thêm dấu ngoặc kép quanh mã"
LIKE_A_NUMBER = re.compile(f"{PROCEDURE_CODE.pattern}|{UNIT_CODE.pattern}")


def fix(text: str, kind: Kind) -> str:
    """Only well-formed codes: one that lost its trailing zero needs an editor."""
    for scalar in scalars(text, kind):
        if scalar.spec.key in CODE_KEYS and LIKE_A_NUMBER.fullmatch(scalar.value):
            text = replace(text, scalar, f'"{scalar.value}"', plain_only=True)
    return text
