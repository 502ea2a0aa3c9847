"""Removes superfluous spaces (TT-088), except in Markdown, where two trailing spaces are a line break."""

from __future__ import annotations

from generator.schema.kinds import Kind
from generator.text.whitespace import tidy

FIXES = "TT-088"
ORDER = 3
DESCRIPTION = "bỏ khoảng trắng thừa"


def fix(text: str, kind: Kind) -> str:
    return text if kind.markdown else tidy(text)
