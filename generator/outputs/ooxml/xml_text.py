"""Escapes text for the parts of an office file."""

from __future__ import annotations

import re
from html import escape  # that of xml.sax brings urllib and ssl

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def text_of(value: str) -> str:
    """`value` as XML, without characters that XML cannot represent."""
    if UNPRINTABLE.search(value):
        value = UNPRINTABLE.sub("", value)
    return escape(value, quote=False)


def cell_text(value: str) -> str:
    """The same for a cell of a workbook, where `_x0041_` is read as a letter."""
    return text_of(LIKE_AN_ESCAPE.sub("_x005F_", value) if "_x" in value else value)
