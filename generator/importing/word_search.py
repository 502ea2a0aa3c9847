"""Finds the words of a source in what was made of it, however they are split, capitalised or punctuated there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

SEED = 6  # letters; a shorter piece could be found anywhere by chance
LONG = 14  # a match of so many letters is never chance, wherever it is
SHORT = 160  # letters of a value that is compared piece by piece between commas
_OCCURRENCES = 6  # of a seed that are compared, for the longest match
DATE = re.compile(r"(?<!\d)(\d{1,2})\s?(?:/|-|\.|tháng)\s?(\d{1,2})\s?(?:/|-|\.|năm)\s?(\d{4})(?!\d)", re.IGNORECASE)
_NEITHER = re.compile(r"[\W_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1eff\u2c00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00010000-\U0010ffff]")
_NO_LETTER = {code: None for code in range(128) if not chr(code).isalnum()}
_DIGIT = re.compile(r"\d")
_ZEROS = re.compile(r"0(?<![\d.,]0)0*(?=\d)")  # begins with a letter, which makes it fast
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=20_000)  # the same text stands in the source and in the record
def squeeze(text: str) -> str:
    """Letters and digits only, without diacritics and case; dates as year, month, day; no leading zeros."""
    if _DIGIT.search(text):
        text = _ZEROS.sub("", DATE.sub(lambda match: f" {int(match[3])}{int(match[2])}{int(match[1])} ", text))
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    if _OTHER_SCRIPT.search(plain):
        return _NEITHER.sub("", plain)
    return plain.encode("ascii", "ignore").decode().translate(_NO_LETTER)


class MadeTexts:
    """The results made of one record, each with the name under which the account counts its words."""

    def __init__(self, placed: SoughtTexts, noted: SoughtTexts, reported: SoughtTexts) -> None:
        self.placed, self.reported = placed, reported
        every = (("placed", placed), ("noted", noted), ("reported", reported))
        self._named = tuple(pair for pair in every if pair[1].text)

    def named(self) -> tuple[tuple[str, SoughtTexts], ...]:
        """(name, output) of the results that have text."""
        return self._named

    @cached_property
    def all_texts(self) -> str:
        """All texts in one."""
        return "\0".join(output.text for _, output in self._named)

    @cached_property
    def seeds(self) -> frozenset[str]:
        """Every run of `SEED` letters in the texts."""
        return frozenset(self.all_texts[at : at + SEED] for at in range(len(self.all_texts) - SEED + 1))


class SoughtTexts:
    """Texts in which words are looked up."""

    def __init__(self, texts: Iterable[str]) -> None:
        pieces = list(texts)
        squeezed = [squeeze(piece) for piece in pieces]
        self.full_texts = set(squeezed)
        self.text = "\0".join(squeezed)
        self._pieces = pieces

    @cached_property
    def words(self) -> set[str]:
        """The single words of the short texts."""
        return {squeeze(word) for piece in self._pieces if len(piece) < SHORT for word in piece.split()}

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers in all texts."""
        return {int(found) for piece in self._pieces for found in _DIGITS.findall(piece) if len(found) < 10}

    def match(self, wanted: str, start: int) -> int:
        """The length of the longest piece of `wanted` from `start` that is in the output, 0 for a chance match.

        A short piece counts only at the border of an output text: common phrases occur everywhere.
        """
        seed, best, at = wanted[start : start + SEED], 0, -1
        if len(seed) < SEED:
            return 0
        for _ in range(_OCCURRENCES):
            at = self.text.find(seed, at + 1)
            if at < 0:
                break
            length = _common(wanted, start, self.text, at)
            border = self.text[at - 1 : at] in ("", "\0") or self.text[at + length : at + length + 1] in ("", "\0")
            if length > best and (length >= LONG or border):
                best = length
        return best


def _common(first: str, start: int, second: str, at: int) -> int:
    """The length of the common text of `first` from `start` and `second` from `at`, where the seed is."""
    high, step = min(len(first) - start, len(second) - at), 32
    low = min(LONG, high)
    if first[start : start + LONG] != second[at : at + LONG]:  # most matches are hardly longer than the seed
        return next((more for more in range(SEED, low) if first[start + more] != second[at + more]), low)
    while low < high:
        step = min(step, high - low)
        if first[start + low : start + low + step] == second[at + low : at + low + step]:
            low, step = low + step, step * 2
        elif step == 1:
            break
        else:
            high, step = low + step - 1, max(1, step // 2)
    return low
