"""Converts symbol fonts to Unicode: “ü” in Wingdings is a tick.

Word writes such characters as w:sym (code F0FC or FC) or as letters in a run of that font, Excel as letters in a cell
of that font. Only symbols used in lists and forms are mapped; any other becomes UNKNOWN and is reported.
"""

from __future__ import annotations

from generator.importing.legacy_encodings import to_unicode

UNKNOWN = "\ufffd"
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐",
    0x70: "☐", 0x71: "☐", 0x72: "☐", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA3: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
    **{0x80 + number: chr(0x24EA if number == 0 else 0x245F + number) for number in range(11)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⊗", 0x56: "⊗",
    0x2A: "☐", 0x30: "☑", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "☐", 0xAE: "◆",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x3D: "●", 0x6E: "●", 0x34: "→", 0x33: "←"}
_SYMBOL = {
    0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xA5: "∞", 0xB6: "∂", 0xD6: "√", 0xDE: "⇒", 0xDB: "⇔", 0xA8: "♦", 0xBE: "—", 0xBC: "…", 0xA2: "′",
    0xB2: "″", 0x2D: "−",
    **{code: chr(code) for code in range(0x20, 0x40) if code not in (0x22, 0x24, 0x27, 0x2A, 0x2D)},
    **dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
    **dict(zip(b"ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True)),
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
YES = frozenset("xX×ⅹⅩхХ✓✔√☑☒🗸🗹vV+")
NO = frozenset("-–—☐□❏❑")


def is_symbol_font(font: str | None) -> bool:
    """True if `font` is a symbol font."""
    return (font or "").strip().lower() in _FONTS


def letters(text: str, font: str | None) -> str:
    """What people see of `text` in `font`: the signs of a symbol font, Unicode for an old Vietnamese font."""
    return to_signs(text, font) if is_symbol_font(font) else to_unicode(text, font)


def to_signs(text: str, font: str | None) -> str:
    """Convert `text` in the symbol font `font`; unmapped symbols become UNKNOWN, whitespace is kept."""
    table = _FONTS.get((font or "").strip().lower())
    if table is None:
        return text
    return "".join(char if char.isspace() else table.get(_code(char), UNKNOWN) for char in text)


def sign(code: str, font: str | None) -> str:
    """The character of a w:sym (hexadecimal `code`, in `font`); UNKNOWN when it is not mapped."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return UNKNOWN
    if is_symbol_font(font):
        return to_signs(char, font)
    private = 0xE000 <= ord(char) <= 0xF8FF or 0xD800 <= ord(char) <= 0xDFFF
    return UNKNOWN if private or not char.isprintable() else char


def mark(text: str) -> str:
    """Interpret a check mark cell: "yes", "no" (also when empty), or "" when it is not a plain mark."""
    signs = "".join(text.split()).strip("()[].\ufe0f\ufe0e")
    low = signs.lower()
    if low in {"có", "đúng", "true", "yes"} or (signs and set(signs) <= YES and len(signs) <= 3):
        return "yes"
    return "no" if low in {"", "không", "false", "no"} or (set(signs) <= NO and len(signs) <= 3) else ""


def _code(char: str) -> int:
    """The code of a character in a symbol font; F0FC is equivalent to FC."""
    code = ord(char)
    return code & 0xFF if 0xF000 <= code <= 0xF0FF else _CP1252.get(char, code)


_CP1252 = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
