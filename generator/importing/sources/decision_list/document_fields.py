"""The fields of a document: what a form field shows without text, and codes whose words nothing else says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.importing.sources.decision_list import symbols
from generator.importing.sources.decision_list.document_styles import W, switch, value

_SYMBOL = re.compile(r"SYMBOL\s++(0x[0-9a-f]{1,4}|\d{1,5})\b", re.IGNORECASE)
_FONT = re.compile(r'\\f\s*+"?([^"\\]+)', re.IGNORECASE)
# Fields whose code people write words into; of all others it is a name, a format, a number.
_WORDED = frozenset({"EQ", "MACROBUTTON", "GOTOBUTTON", "QUOTE", "IF", "FILLIN", "ASK", "TC", "XE", "LISTNUM", "SET"})


@dataclass(slots=True)
class Field:
    """An open field. in_code: its result has not begun; code: its words so far."""

    in_code: bool = True
    code: str = ""


def chosen(char: Element) -> str:
    """The mark of a check box or the chosen entry of a list, of the w:fldChar that begins it; else ""."""
    box, choices = char.find(f"{W}ffData/{W}checkBox"), char.find(f"{W}ffData/{W}ddList")
    if box is not None:
        checked = switch(box, "checked")
        return "☑" if (switch(box, "default") if checked is None else checked) else "☐"
    if choices is not None:
        entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
        number = value(choices, "result") or value(choices, "default") or "0"
        return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""
    return ""


def sign_of(code: str) -> str:
    """The sign of a field like SYMBOL 252 \\f "Wingdings", which Word draws without keeping a result; else ""."""
    found = _SYMBOL.search(code)
    if not found:
        return ""
    font = _FONT.search(code)
    return symbols.sign(
        f"{int(found[1], 0 if found[1].lower().startswith('0x') else 10):x}", font[1].strip() if font else None
    )


def has_words(code: str) -> bool:
    """True if people wrote words into the code of a field, which is shown or kept nowhere else."""
    kind, _, rest = code.strip().partition(" ")
    return kind.upper() in _WORDED and bool(re.search(r"[^\W\d_]{2}", rest))
