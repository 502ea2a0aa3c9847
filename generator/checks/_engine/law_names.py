"""What the number of a document says: the name of its file, the year in which it was issued."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from generator.schema.law import Law
from generator.text.folding import fold
from generator.text.suggestions import suggest

YEAR = re.compile(r"/((?:19|20)\d{2})/")


def stem_of_law(number: str) -> str:
    """The name of a document's file, without the ending: 123/2015/NĐ-CP → 123-2015-nd-cp."""
    return re.sub(r"[^a-z0-9]+", "-", fold(number)).strip("-")


def year_in(number: str | None) -> int | None:
    """The year in a document's number: 123/2015/NĐ-CP → 2015."""
    found = YEAR.search(number or "")
    return int(found[1]) if found else None


def issued_as_numbered(law: Law) -> dt.date | None:
    """The day a document was issued; None if its number says another year: TT-091 reports that, and what does not
    agree with that day follows from it."""
    year = year_in(law.number)
    return law.issued if law.issued and year in (None, law.issued.year) else None


def suggest_law(number: str, known: Iterable[str]) -> str:
    """A hint with the known number that may be meant, or "": all digits agree, for 37/2021 is no slip of 37/2014."""
    digits = re.sub(r"\D", "", number)
    return suggest(number, [other for other in known if re.sub(r"\D", "", other) == digits])
