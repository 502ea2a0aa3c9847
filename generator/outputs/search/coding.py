"""Dictionary coding of texts: each word is replaced by a short code.

Official titles repeat a thousand syllables, so dictionary and codes together are a quarter of the size of the texts,
before and after HTTP compression, and the browser normalises each word only once.

A code is one to four characters out of 91 printable ones (never a space, `!`, `"` or `\\`, so that JSON needs no
escapes). theme/assets/search-data.js decodes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from os.path import commonprefix
from types import MappingProxyType

ALPHABET = "".join(chr(number) for number in range(35, 127) if chr(number) != "\\")  # 91 characters
ONE = 70  # characters that are complete codes; the others start a longer one
TWO = ONE + 19 * len(ALPHABET)  # words whose codes have one or two characters
NUMBER = re.compile(r"^(\d+)(/\d{4}/)([^\s/]+)$")  # 62/2021/NĐ-CP: three pieces that many documents share
# combining mark -> the sign that stands for it: huyền, sắc, hỏi, ngã, nặng, the hat of â, the bow of ă, the horn of ơ
SIGNS = dict(zip(map(ord, "\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b"), "`'|~_^<>", strict=True))
MARKS = {ord(sign): mark for mark, sign in SIGNS.items()}
HEADS = "=#$*@[]"  # in a list of words: begins a word that has 0, 1 … 6 characters in common with the one before
CAPITAL, AS_IS = "!", "\\"
RESERVED = {*SIGNS.values(), *HEADS, CAPITAL, AS_IS}
OPENING, CLOSING = "([“", ",;:.?!)]”"


@cache
def split_chunk(chunk: str) -> tuple[str, ...]:
    """Text without spaces as words and the punctuation attached to them. Joining the pieces of a text with spaces,
    except before closing and after opening punctuation, restores it (with single spaces). `/2021/` in a document's
    number is both."""
    pieces: list[str] = []
    rest = chunk.lstrip(OPENING)
    word = rest.rstrip(CLOSING)
    for part in (chunk[: len(chunk) - len(rest)], word, rest[len(word) :]):
        number = NUMBER.match(part)
        pieces += number.groups() if number else [part] if part else []
    return tuple(pieces)


def code(number: int) -> str:
    """The code of `number`: one to four characters."""
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


def codes_of(words: Iterable[str], first: int = 0) -> dict[str, str]:
    """The code of each word of a list whose numbering begins with `first`."""
    return {word: code(at) for at, word in enumerate(words, first)}


def short_code(code: str) -> str:
    """A procedure's code in four characters, `1.001193` as a number in base 91; any other as it is, after a `!`."""
    if not re.fullmatch(r"\d\.\d{6}", code):
        return "!" + re.sub(r"\s", "", code) if code.strip() else ""
    number, digits = int(code.replace(".", "")), ""
    for _ in range(4):
        number, rest = divmod(number, len(ALPHABET))
        digits = ALPHABET[rest] + digits
    return digits


@cache
def spelled(word: str) -> str | None:
    """`word` with a sign behind each letter for its hat, hook and tone: `giấy` is `gia^'y`. Words have more of that in
    common than of letters with marks. None for one that has such a sign itself or would not come back."""
    letters = unicodedata.normalize("NFD", word).translate(SIGNS)
    back = unicodedata.normalize("NFC", letters.translate(MARKS))
    return letters if back == word and RESERVED.isdisjoint(word) else None


def folded(words: Iterable[str]) -> str:
    """`words` one after the other: each is spelled, then written as a sign for the number of characters it has in
    common with the beginning of the word before and the rest. `!` is the word before with a capital; a word that cannot
    be spelled stands between a `\\` and the end of the line. Within a code length they are in alphabetical order. This
    saves a third of the list after compression; a digit and a line for each word saved a quarter."""
    pieces: list[str] = []
    before = above = ""
    for word in words:
        letters = spelled(word)
        if letters is None:
            pieces.append(f"{AS_IS}{word}\n")
            above = ""
        elif word != before and word == before[:1].upper() + before[1:] and before[:1] <= "\uffff":
            pieces.append(CAPITAL)
        else:
            same = commonprefix([letters[: len(HEADS) - 1], above])
            if any(char > "\uffff" for char in same):
                same = ""  # the browser counts those twice
            pieces.append(f"{HEADS[len(same)]}{letters[len(same) :]}")
            above = letters
        before = word
    return "".join(pieces)


class Coder:
    """Assigns numbers to the words of a collection of texts: frequent words get short codes; within one code length
    words are sorted alphabetically, which compresses better.

    existing: word -> code of the numbering that this one continues; `words` then has only the words missing there."""

    def __init__(self, texts: Iterable[str], existing: Mapping[str, str] = MappingProxyType({})) -> None:
        count: Counter[str] = Counter()
        for chunk, times in Counter(chain.from_iterable(map(str.split, texts))).items():
            for word in split_chunk(chunk):
                if word not in existing:
                    count[word] += times
        often = sorted(count, key=lambda word: (-count[word], word))
        one, two = max(ONE - len(existing), 0), max(TWO - len(existing), 0)
        classes = (often[:one], often[one:two], often[two:])
        self.words: list[str] = [
            word
            for group in classes
            for word in sorted(group, key=lambda word: ((spelled(word) or word).lower(), word.swapcase()))
        ]
        self.codes = {**existing, **codes_of(self.words, len(existing))}
        self._chunks: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """The codes of `text`, concatenated."""
        return "".join([self._of_chunk(chunk) for chunk in text.split()])

    def _of_chunk(self, chunk: str) -> str:
        if chunk not in self._chunks:
            self._chunks[chunk] = "".join([self.codes[piece] for piece in split_chunk(chunk)])
        return self._chunks[chunk]

    def row(self, texts: Iterable[str]) -> str:
        """Several texts, separated by `!`."""
        return "!".join(self.encode(text) for text in texts)

    def rows(self, lists: Iterable[Iterable[str]]) -> str:
        """Several rows, separated by spaces."""
        return " ".join(self.row(texts) for texts in lists)
