"""Takes a byte-order mark off the beginning of a file (TT-002)."""

from __future__ import annotations

from generator.schema.kinds import Kind

WHAT = "bỏ dấu BOM ở đầu tệp"


def mend(text: str, kind: Kind) -> str:
    return text.lstrip("\ufeff")
