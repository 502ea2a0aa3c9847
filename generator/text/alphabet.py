"""The order of the Vietnamese alphabet, for every list that people read.

The letters are a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y (f j w z in their Latin places). Tones count
only between words of the same letters (huyền, hỏi, ngã, sắc, nặng), capitals only after that; signs sort before
digits, digits before letters. The reference is `Intl.Collator("vi")` of browsers; tests/text/test_alphabet.py
compares the two."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIGNS = " _-‐‒–—―,;:!¡?¿.…·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•′″`´^¯¨¸°©®→+±÷×<=>¬|¦~−≤≥¤¢$£¥₫€"
DIGITS = "0123456789"
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
SAME = {"\t": " ", "\n": " ", "\u00a0": " ", "\u202f": " ", "‑": "‐", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"'}
RANKS = {char: chr(at + 1) for at, char in enumerate(SIGNS + DIGITS + LETTERS)}
BEFORE_DIGITS, AFTER_LETTERS = RANKS["€"], chr(len(RANKS) + 1)  # where other signs and foreign letters sort
NUMBERS, OTHERS = "0–9", "#"


class _Level(dict[int, str]):
    """A table for str.translate that computes entries on first access. level: 0 letters, 1 tones, 2 capitals."""

    def __init__(self, level: int) -> None:
        self.level = level

    def __missing__(self, code: int) -> str:
        self[code] = _weights(chr(code))[self.level]
        return self[code]


_LEVELS = tuple(_Level(level) for level in range(3))


@lru_cache(10_000)  # the names of all procedures: lists and indexes order them again and again
def sort_key(text: str | None) -> tuple[str, ...]:
    """The sort key; equal only for texts that collate as equal. None sorts as an empty text."""
    composed = unicodedata.normalize("NFC", text or "")
    return tuple(composed.translate(level) for level in _LEVELS)


def heading(name: str) -> str:
    """The group of an A–Z list that `name` belongs to: a letter of the alphabet (Đ, Ă, Ơ … are letters of their own),
    `0–9`, or `#` for names without letters and digits. Signs before the first letter are ignored."""
    for char in unicodedata.normalize("NFC", name):
        if char.isdigit():
            return NUMBERS
        if char.isalpha():
            return _parts(char)[0].upper()
    return OTHERS


def _weights(char: str) -> tuple[str, str, str]:
    """Letters, tones and capitals of one composed character, each as text that compares as it sorts."""
    sign = SAME.get(char, char)
    if sign in RANKS:
        return RANKS[sign], " ", "0" if sign == char else "2"
    if unicodedata.category(char) in ("Cc", "Cf"):
        return "", "", ""
    letter, marks = _parts(char)
    if not letter:  # a combining mark that has no composed form with the letter before it
        return "", marks, "0" * len(marks)
    before = AFTER_LETTERS if letter.isalpha() else BEFORE_DIGITS
    case = "1" if char != char.lower() else "0"
    return RANKS.get(letter) or before + letter, " " + marks, case + "0" * len(marks)


def _parts(char: str) -> tuple[str, str]:
    """(letter of the alphabet, its other marks): ậ is â with nặng, ñ is n with ngã."""
    plain = unicodedata.normalize("NFD", char.lower())
    tones = "".join(chr(ord("1") + TONES.index(mark)) for mark in plain if mark in TONES)
    rest = "".join(mark for mark in plain if mark not in TONES)
    letter = unicodedata.normalize("NFC", rest)
    if letter in RANKS:
        return letter, tones
    others = "".join(mark for mark in rest if unicodedata.combining(mark))
    return rest[: len(rest) - len(others)], others + tones
