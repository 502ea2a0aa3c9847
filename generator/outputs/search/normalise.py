"""Normalises queries and official texts to the same syllables for comparison.

theme/assets/search-normalise.js does exactly the same in the browser; tests/cases/normalise.json tests both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")
TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}  # huyền sắc hỏi ngã nặng
SHAPES = {"\u0302": "^", "\u0306": "(", "\u031b": "+"}  # â ê ô, ă, ơ ư
LONE_Y = re.compile(r"^((?:[bcdghklmnprstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?)y(?=$|[\^(+])")


class Syllable(NamedTuple):
    """A syllable to compare. plain: no marks at all, đ as d, final y as i (kỹ = kĩ), numbers without leading zeros;
    shape: the letters with their diacritics other than tones (ă â ê ô ơ ư đ); tone: 1 to 5, empty for the level tone.
    The position of the tone mark (hoà, hòa) makes no difference."""

    plain: str
    shape: str
    tone: str


def clean(text: str) -> str:
    """Lower case, composed Unicode, without invisible characters; equal for NFD, full-width letters and ligatures."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower())


def words(text: str) -> list[str]:
    """The words and numbers of `text`, in lower case, without punctuation."""
    return WORD.findall(clean(text))


@cache  # a few thousand syllables make up all titles
def syllable(word: str) -> Syllable:
    """`word` (as returned by `words`) split into plain form, shape and tone."""
    shape, tone = [], ""
    for char in unicodedata.normalize("NFD", word):
        if char in TONES:
            tone = TONES[char]
        elif char in SHAPES:
            shape.append(SHAPES[char])
        elif not unicodedata.combining(char):
            shape.append(char)
    letters = "".join(shape)
    if letters.isascii() and letters.isdigit():
        letters = letters.lstrip("0") or "0"
    letters = LONE_Y.sub(r"\1i", letters)
    return Syllable(re.sub(r"[\^(+]", "", letters).replace("đ", "d"), letters, tone)


def syllables(text: str) -> list[Syllable]:
    """The words of `text` as syllables to compare."""
    return [one for chunk in text.split() for one in _of_chunk(chunk)]


@cache  # as the syllables: no word goes beyond a space
def _of_chunk(chunk: str) -> tuple[Syllable, ...]:
    return tuple(map(syllable, words(chunk)))


def key(text: str) -> str:
    """`text` as plain syllables with single spaces: for finding duplicates."""
    return " ".join([one.plain for one in syllables(text)])
