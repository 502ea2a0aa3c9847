"""Recognises letters that another encoding spoilt: UTF-8 that was read as Windows-1252 or Latin-1 (“Ã¡” for “á”, “áº¥”
for “ấ”, “Ä‘” for “đ”), and letters that an encoding does not have, saved as “?”."""

from __future__ import annotations

import re

# only what no Vietnamese text has: “XÃ” before a closing quotation mark or a hard space is right, and so is «khá»
MISREAD = re.compile("á[º»][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Ã[¡-ª¬-¶¸-º¼-¿]|Ä[‘\x90\x91ƒ\x83]|Æ[°¡]|â€")
_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
# a word with “?” in it. In an address “?” stands beside one of / . = & or a digit; a question without the space after
# it goes on with a capital letter (“Có không?Có”)
_LOWER = rf"[^\W\d_{_UPPER}]"
LOST = re.compile(
    rf"(?<![\w/.?=&%#-])[^\W\d_]*\?+(?!(?:(?<={_LOWER}\?)|(?<={_LOWER}\?\?))[{_UPPER}])[^\W\d_]+(?![\w/=&?])"
)
_BEFORE_A_LETTER = re.compile(r"\?[^\W\d_]")


def may_have_lost(text: str) -> bool:
    """True if it is worth looking for LOST in `text`: quick, since most texts have no “?” or only at ends of words."""
    return "?" in text and bool(_BEFORE_A_LETTER.search(text))


def is_misread(text: str) -> bool:
    """True if letters of `text` were misread or lost in another encoding."""
    return "\ufffd" in text or bool(MISREAD.search(text) or (may_have_lost(text) and LOST.search(text)))
