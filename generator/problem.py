"""The diagnostic type shared by loading, rules and reporting."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
ERROR: Severity = "error"
WARNING: Severity = "warning"
KeyPath = tuple[str | int, ...]  # the YAML keys and list indexes that lead to a value


class Problem(NamedTuple):
    """One diagnostic, ordered by its fields. path: relative to the parent of the content folder; line, column: from
    1; key: the place in the data, YAML keys and indexes joined by dots ("phi_le_phi.2.muc_thu"), "" if not known."""

    path: str
    line: int
    column: int
    id: str
    severity: Severity
    message: str
    law: str = ""
    hint: str = ""
    key: str = ""


_MARKS = re.compile("[\u0300-\u036f]+")  # combining
LONGEST = 200  # longer than any name; comparing takes quadratic time


def suggest(word: str, known: list[str] | tuple[str, ...], cutoff: float = 0.6) -> str:
    """A Vietnamese hint with the closest match among `known`, or an empty text. cutoff: similarity, 0 to 1."""
    if len(word) > LONGEST:
        return ""
    import difflib

    folded = {fold(item): item for item in known}
    typed = fold(word)
    swapped = (
        {typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 1)} & set(folded)
        if len(typed) < 60
        else set()
    )
    if len(swapped) == 1:  # two transposed letters: closer than any match of difflib
        return f"Ý bạn là “{folded[swapped.pop()]}”?"
    close = difflib.get_close_matches(typed, folded, n=1, cutoff=cutoff)
    return f"Ý bạn là “{folded[close[0]]}”?" if close else ""


def suggested_word(hint: str) -> str:
    """The word suggested by a hint of `suggest`, or ''."""
    return hint.partition("Ý bạn là “")[2].partition("”")[0]


def fold(text: str) -> str:
    """Lower case without Vietnamese marks (đ as d), for comparing what people type."""
    import unicodedata

    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))
    if plain.isascii():
        return plain
    return "".join(char for char in plain if not unicodedata.combining(char))
