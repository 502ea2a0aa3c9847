"""Texts made to slow a regular expression down."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.hostile.steps import REPEATS

UNBOUNDED = 100  # a repetition that goes further than this is pumped
NIGHT = "TTHC_FUZZ" in os.environ
PAIRS = 60 if NIGHT else 5  # of characters that the expression speaks of
ENDS = ("", "\0", "\n\0", *((" ", "!") if NIGHT else ()))  # what does not match; `.` takes NUL, but no line's end


def texts_for(source: str, flags: int, n: int) -> Iterator[str]:
    """Texts of about `n` characters that make a backtracking engine work: each repetition's own text over and over,
    behind what comes before it, with an end that does not match."""
    tree = parser.parse(source, flags & ~re.LOCALE)
    pumps = list(dict.fromkeys(_pumps(tree, "")))  # several choices often give the same
    alphabet = sorted(_alphabet(tree))
    for char in alphabet:
        for end in ("", "\0"):
            yield char * n + end
    for one, two in itertools.islice(itertools.permutations(alphabet, 2), PAIRS):
        yield (one + two) * (n // 2)
    for before, pump in pumps:
        for end in ENDS:
            yield before + pump * (n // max(1, len(pump))) + end
        yield (before + pump) * (n // max(1, len(before + pump)))


def _alphabet(tree: Any) -> set[str]:
    """Characters that the expression itself speaks of, one for each class."""
    found: set[str] = set()
    for op, value in flat(tree):
        if op is sre.LITERAL:
            found.add(chr(value))
        elif op in (sre.IN, sre.NOT_LITERAL, sre.ANY):
            found |= set(_chars(op, value)[:3])
    return set(itertools.islice(sorted(found), 24))


def flat(tree: Any) -> Iterator[tuple[Any, Any]]:
    """(what it is, its values) of every part of a parsed expression, also inside others."""
    for op, value in tree:
        yield op, value
        for part in _inside(op, value):
            yield from flat(part)


def _inside(op: Any, value: Any) -> list[Any]:
    if op in REPEATS:
        return [value[2]]
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.ATOMIC_GROUP:
        return [value]
    if op is sre.BRANCH:
        return list(value[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    if op is sre.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


_CATEGORY = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_SPACE: " \n",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a1_",
    sre.CATEGORY_NOT_WORD: " -",
}


def _chars(op: Any, value: Any) -> str:
    """A few characters that one item matches."""
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.ANY:
        return "a "
    if op is sre.NOT_LITERAL:
        return "".join(char for char in "a 1" if ord(char) != value)
    if op is not sre.IN:
        return ""
    found, negated = "", False
    for kind, item in value:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            found += chr(item)
        elif kind is sre.RANGE:
            found += chr(item[0]) + chr(item[1])
        elif kind is sre.CATEGORY:
            found += _CATEGORY.get(item, "")
    if not negated:
        return found
    return "".join(char for char in "a 1-.<[(\"'" if char not in found and not _member(char, value)) or "\u01a1"


def _member(char: str, items: Any) -> bool:
    for kind, item in items:
        if kind is sre.RANGE and item[0] <= ord(char) <= item[1]:
            return True
        if kind is sre.CATEGORY:
            tests = {
                sre.CATEGORY_DIGIT: char.isdigit(),
                sre.CATEGORY_SPACE: char.isspace(),
                sre.CATEGORY_WORD: char.isalnum() or char == "_",
                sre.CATEGORY_NOT_DIGIT: not char.isdigit(),
                sre.CATEGORY_NOT_SPACE: not char.isspace(),
                sre.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
            }
            if tests.get(item):
                return True
    return False


def _sample(tree: Any, choice: int = 0) -> str:
    """A text that `tree` matches, more or less: look-arounds are passed over. choice: which of several ways."""
    text = ""
    for op, value in tree:
        if op in REPEATS:
            least, most, part = value
            text += _sample(part, choice) * max(least, min(1, most) if choice % 2 == 0 else least)
        elif op is sre.SUBPATTERN:
            text += _sample(value[3], choice)
        elif op is sre.ATOMIC_GROUP:
            text += _sample(value, choice)
        elif op is sre.BRANCH:
            text += _sample(value[1][choice % len(value[1])], choice)
        else:
            chars = _chars(op, value)
            text += chars[choice % len(chars)] if chars else ""
    return text


def _pumps(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """(what stands before a repetition, what it repeats) for every long repetition."""
    for op, value in tree:
        if op in REPEATS:
            if value[1] is sre.MAXREPEAT or value[1] > UNBOUNDED:
                for choice in range(4):
                    pump = _sample(value[2], choice)
                    if pump:
                        yield before, pump
                        yield "", pump
            yield from _pumps(value[2], before)
        else:
            for part in _inside(op, value):
                yield from _pumps(part, before)
        before += _sample([(op, value)])
