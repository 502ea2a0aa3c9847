"""Precomposed letters: Unicode NFC (TT-070)."""

from __future__ import annotations

import unicodedata

from generator.schema.kinds import Kind

WHAT = "chuyển sang Unicode dựng sẵn"


def mend(text: str, kind: Kind) -> str:
    return unicodedata.normalize("NFC", text)
