"""Converts text to precomposed letters, Unicode NFC (TT-070)."""

from __future__ import annotations

import unicodedata

from generator.schema.kinds import Kind

FIXES = "TT-070"
ORDER = 2
ON_BROKEN = True  # works letter by letter: safe in a file that cannot be parsed
DESCRIPTION = "chuyển sang Unicode dựng sẵn"


def fix(text: str, kind: Kind) -> str:
    return unicodedata.normalize("NFC", text)
