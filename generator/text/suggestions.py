"""The closest of a set of known words, as a hint for whoever misspelt one."""

from __future__ import annotations

import re
import unicodedata

from generator.text.folding import fold

_TYPED = re.compile("[ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—“”‘’…]")  # what people type in Vietnamese
MAX_LENGTH = 200  # longer than any name; comparing takes quadratic time


def suggest(word: str, known: list[str] | tuple[str, ...], cutoff: float = 0.6) -> str:
    """A Vietnamese hint with the closest match among `known`, or an empty text. cutoff: similarity, 0 to 1."""
    if len(word) > MAX_LENGTH:
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
    return f"Ý bạn là “{folded[close[0]]}”?{_unseen(word, folded[close[0]])}" if close else ""


def _unseen(word: str, other: str) -> str:
    """What tells two texts apart that look the same: spaces, and letters that are none of Vietnamese; "" if they look
    different."""
    foreign = sorted({char for char in set(word) ^ set(other) if not _TYPED.match(char)})
    if foreign:
        names = ", ".join(f"U+{ord(char):04X} ({unicodedata.name(char, 'không tên').lower()})" for char in foreign[:3])
        return f" Trông gần như nhau, nhưng một bên có ký tự {names}."
    same = word != other and word.split() == other.split()
    return " Chỉ khác nhau ở khoảng trắng." if same or word.replace(" ", "") == other.replace(" ", "") else ""


def suggested_word(hint: str) -> str:
    """The word suggested by a hint of `suggest`, or ''."""
    return hint.partition("Ý bạn là “")[2].partition("”")[0]
