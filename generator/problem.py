"""What goes wrong, as data: shared by reading, rules and reporting."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
ERROR: Severity = "error"
WARNING: Severity = "warning"


class Problem(NamedTuple):
    """One diagnostic. path is relative to the content folder's parent; line and column count from 1. Their order is that of the fields."""

    path: str
    line: int
    column: int
    id: str
    severity: Severity
    message: str
    law: str = ""
    hint: str = ""


LONGEST = 200  # no name is as long, and comparing takes the square of the length


def suggest(word: str, known: list[str] | tuple[str, ...], cutoff: float = 0.6) -> str:
    """A near miss among `known` as a Vietnamese hint, or an empty text. cutoff: how alike, 0 to 1."""
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
    if len(swapped) == 1:  # two letters in the wrong order: nearer than anything that difflib counts
        return f"Ý bạn là “{folded[swapped.pop()]}”?"
    close = difflib.get_close_matches(typed, folded, n=1, cutoff=cutoff)
    return f"Ý bạn là “{folded[close[0]]}”?" if close else ""


def suggested_word(hint: str) -> str:
    """The word that a hint of `suggest` proposes, '' when it proposes none."""
    return hint.partition("Ý bạn là “")[2].partition("”")[0]


def fold(text: str) -> str:
    """Lower case without Vietnamese marks (đ as d), for comparing what people type."""
    import unicodedata

    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))
