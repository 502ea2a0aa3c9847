"""Texts as strings of word numbers: official titles repeat a thousand syllables, so a dictionary and short codes are a
quarter of the size of the texts, before and after the host compresses them, and the browser folds each word only once.

A code is one to four characters out of 91 printable ones (never a space, `!`, `"` or `\\`, so that JSON needs no escapes).
theme/assets/search-data.js decodes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

ALPHABET = "".join(chr(number) for number in range(35, 127) if chr(number) != "\\")  # 91 characters
ONE = 70  # characters that are a whole code; the others begin a longer one
TWO = ONE + 19 * len(ALPHABET)  # words whose codes have one or two characters
NUMBER = re.compile(r"^(\d+)(/\d{4}/)([^\s/]+)$")  # 62/2021/NĐ-CP: three pieces that many documents share
OPENING, CLOSING = "([“", ",;:.?!)]”"


def split_pieces(text: str) -> list[str]:
    """`text` cut into words and the punctuation that clings to them: joining with spaces, but not before closing or after
    opening punctuation, gives the text back (with single spaces). `/2021/` in a document's number is both."""
    return [piece for chunk in text.split() for piece in _of_chunk(chunk)]


@cache
def _of_chunk(chunk: str) -> tuple[str, ...]:
    found: list[str] = []
    rest = chunk.lstrip(OPENING)
    word = rest.rstrip(CLOSING)
    for part in (chunk[: len(chunk) - len(rest)], word, rest[len(word) :]):
        number = NUMBER.match(part)
        found += number.groups() if number else [part] if part else []
    return tuple(found)


def code(number: int) -> str:
    """The characters that stand for `number`."""
    if number < ONE:
        return ALPHABET[number]
    number -= ONE
    base = len(ALPHABET)
    if number < 19 * base:
        return ALPHABET[ONE + number // base] + ALPHABET[number % base]
    number -= 19 * base
    if number < base * base:
        return ALPHABET[ONE + 19] + ALPHABET[number // base] + ALPHABET[number % base]
    number -= base * base
    return (
        ALPHABET[ONE + 20]
        + ALPHABET[number // base // base]
        + ALPHABET[number // base % base]
        + ALPHABET[number % base]
    )


def short_code(code: str) -> str:
    """A procedure's code in four characters, `1.001193` as a number in base 91; any other as it is, after a `!`."""
    if not re.fullmatch(r"\d\.\d{6}", code):
        return "!" + re.sub(r"\s", "", code) if code.strip() else ""
    number, found = int(code.replace(".", "")), ""
    for _ in range(4):
        number, rest = divmod(number, len(ALPHABET))
        found = ALPHABET[rest] + found
    return found


class Coder:
    """Numbers for all words of a collection of texts: the more frequent have the shorter codes, and those whose codes are equally
    long stand in the order of their letters, which compresses better. after: the coder whose numbers this one goes on from; `words`
    are then only those that one has not."""

    def __init__(self, texts: Iterable[str], after: Coder | None = None) -> None:
        known: dict[str, int] = after.number if after else {}
        count: Counter[str] = Counter()
        for text in texts:
            count.update(word for word in split_pieces(text) if word not in known)
        often = sorted(count, key=lambda word: (-count[word], word))
        one, two = max(ONE - len(known), 0), max(TWO - len(known), 0)
        classes = (often[:one], often[one:two], often[two:])
        self.words: list[str] = [
            word for group in classes for word in sorted(group, key=lambda word: (word.lower(), word))
        ]
        self.number: dict[str, int] = {**known, **{word: at for at, word in enumerate(self.words, len(known))}}

    def encode(self, text: str) -> str:
        """The codes of `text`, one after the other."""
        return "".join(code(self.number[piece]) for piece in split_pieces(text))

    def row(self, texts: Iterable[str]) -> str:
        """Several texts, with `!` between them."""
        return "!".join(self.encode(text) for text in texts)

    def rows(self, lists: Iterable[Iterable[str]]) -> str:
        """Several rows, with a space between them."""
        return " ".join(self.row(texts) for texts in lists)
