"""Comparison without Vietnamese marks and capitals."""

from __future__ import annotations

import re

_MARKS = re.compile("[\u0300-\u036f]+")  # combining


def fold(text: str) -> str:
    """Lower case without Vietnamese marks (đ as d), for comparing what people type."""
    import unicodedata

    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))
    if plain.isascii():
        return plain
    return "".join(char for char in plain if not unicodedata.combining(char))
