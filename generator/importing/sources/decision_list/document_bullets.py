"""Ticks that are bullets: Word draws the bullet of an empty paragraph too, and such a cell says yes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from generator.importing.sources.decision_list import symbols
from generator.importing.sources.decision_list.document_styles import W, value


def ticks(numbering: Element | None) -> dict[tuple[str, str], str]:
    """The bullets that say yes, by list and level. numbering: the part of that name, None when there is none."""
    if numbering is None:
        return {}
    found: dict[str, dict[str, str]] = {}
    for kind in numbering.iterfind(f"{W}abstractNum"):
        for level in kind.iterfind(f"{W}lvl"):
            text, fonts = value(level, "lvlText") or "", level.find(f"{W}rPr/{W}rFonts")
            font = None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
            sign = symbols.to_signs(text, font)
            if value(level, "numFmt") == "bullet" and symbols.mark(sign) == "yes":
                found.setdefault(kind.get(f"{W}abstractNumId", ""), {})[level.get(f"{W}ilvl", "0")] = sign
    return {
        (number.get(f"{W}numId", ""), level): sign
        for number in numbering.iterfind(f"{W}num")
        for level, sign in found.get(value(number, "abstractNumId") or "", {}).items()
    }


def place_in_list(paragraph: Element) -> tuple[str, str]:
    """(list, level) of a w:p, as in `ticks`."""
    return value(paragraph, "pPr/numPr/numId") or "", value(paragraph, "pPr/numPr/ilvl") or "0"
