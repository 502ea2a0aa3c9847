"""Recognises UTF-8 that was read as Windows-1252 or Latin-1: “Ã¡” for “á”, “áº¥” for “ấ”, “Ä‘” for “đ”."""

from __future__ import annotations

import re

# only what no Vietnamese text has: “XÃ” before a closing quotation mark or a hard space is right, and so is «khá»
MISREAD = re.compile("á[º»][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Ã[¡-ª¬-¶¸-º¼-¿]|Ä[‘\x90\x91ƒ\x83]|Æ[°¡]|â€")
_LOST = re.compile(r"\ufffd|\?[a-zà-ỹ]")  # letters that an encoding does not have became “?”
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.)\S*")


def is_misread(text: str) -> bool:
    """True if letters of `text` were misread or lost in another encoding; a “?” in an address is none."""
    return bool(MISREAD.search(text) or _LOST.search(_ADDRESS.sub("", text) if "?" in text else text))
