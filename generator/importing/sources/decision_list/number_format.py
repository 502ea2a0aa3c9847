"""Applies the number format of a spreadsheet cell: the section that shows its value, the scale, decimals and words."""

from __future__ import annotations

import operator
import re
from typing import NamedTuple

from generator.importing import text_cleaning

# Literals of a number format: quoted text, escaped character, currency, space, a letter beyond ASCII (“₫”); padding and
# colours print nothing. A whole format has at most 255 characters in a spreadsheet, so brackets hold no more.
_LITERAL = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]\-]{0,255}+)[^\]]{0,255}+\]|( )|_.|\*.|\[[^\]]{0,255}+\]|([^\x00-\x7f])'
)
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_PIECE = re.compile(r'"[^"]*"|\\.|\[[^\]]{0,255}+\]|[^;"\\\[]+|.')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)\]")
_TESTS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}


class NumberFormat(NamedTuple):
    """How a number is shown. section: the part of the format that shows it; digits: its placeholders (“#,##0.0”)."""

    section: str
    digits: str

    @property
    def decimals(self) -> int:
        """The digits that always stand behind the point."""
        found = re.search(r"\.([0#?]+)", self.digits)
        return found[1].count("0") if found else 0

    @property
    def scale(self) -> int:
        """What the number is divided by before it is shown: 1,000 for each comma behind the placeholders."""
        return int(1000 ** (len(self.digits) - len(self.digits.rstrip(","))))

    @property
    def percent(self) -> bool:
        """True if the number is shown as a share of a hundred."""
        return "%" in _LITERAL.sub("", self.section)

    @property
    def words(self) -> str:
        """All that the section prints besides a number."""
        return text_cleaning.text(_words(self.section))

    def with_words(self, number: str) -> str:
        """`number` with the text that is printed around it: `0" ngày làm việc"`."""
        at = _DIGITS.search(_LITERAL.sub(lambda match: "\0" * len(match[0]), self.section))
        if at is None:
            return number
        return text_cleaning.text(f"{_words(self.section[: at.start()])}{number}{_words(self.section[at.end() :])}")


def format_of(value: int | float, number_format: str) -> NumberFormat:
    """The format of `value`: of up to three sections the one whose condition holds, else the one for its sign."""
    parts = _sections(re.sub("General|@", "0", number_format))
    tests = [_CONDITION.search(part) for part in parts[:2]]
    if any(tests):
        pairs = zip(parts, tests, strict=False)
        holding = (part for part, test in pairs if test and _TESTS[test[1]](value, float(test[2])))
        section = next(holding, parts[min(sum(map(bool, tests)), len(parts) - 1)])
    else:
        at = 0 if value > 0 else 1 if value < 0 else 2
        section = parts[at] if at < len(parts) else parts[0]
    found = _DIGITS.search(_LITERAL.sub("", section))
    return NumberFormat(section, found[0].strip() if found else "")


def shown_text(text: str, number_format: str) -> str:
    """A text with what its format prints around it (`"Lệ phí: "@`); "" if the format hides it."""
    if "@" not in number_format and ";" not in number_format:
        return text
    parts = _sections(number_format)
    section = parts[3] if len(parts) > 3 else parts[-1] if "@" in parts[-1] else "@"
    before, _, after = section.partition("@")
    return f"{_words(before)}{text}{_words(after)}" if section else ""


def _sections(number_format: str) -> list[str]:
    parts = [""]
    for piece in _PIECE.findall(number_format):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _words(section: str) -> str:
    return "".join(match[match.lastindex] for match in _LITERAL.finditer(section) if match.lastindex)
