"""Removes a byte-order mark at the start of a file (TT-002)."""

from __future__ import annotations

from generator.schema.kinds import Kind

FIXES = "TT-002"
ORDER = 1
ON_BROKEN = True  # works letter by letter: safe in a file that cannot be parsed
DESCRIPTION = "bỏ dấu BOM ở đầu tệp"


def fix(text: str, kind: Kind) -> str:
    return text.lstrip("\ufeff")
