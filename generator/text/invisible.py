"""Invisible characters: a name made of them looks blank, and a word with one inside is not found."""

from __future__ import annotations

import re

# inside the brackets of a regular expression: soft hyphen, joiners and directions, fillers of Korean and Khmer, blank
# braille, variation selectors, tags
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

_ANY = re.compile(f"[{INVISIBLE}]")


def without_invisible(text: str) -> str:
    """`text` without such characters."""
    return _ANY.sub("", text)
