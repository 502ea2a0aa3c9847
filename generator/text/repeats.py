"""Recognises what is said twice: the same item with another full stop or number before it, a passage pasted twice."""

from __future__ import annotations

import re

SHORTEST = 12  # letters of a passage: “Có. Có.” is no slip
MAX_SENTENCES = 1000  # that are looked at: each is compared with many, and the longest real text has some 400
_FRAME = re.compile(r"(?:[-+•*]\s?|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)]\s|0\d\s(?=[^\W\d]))++")
_BY_FORM = re.compile(r"\s?\((?:theo|có) mẫu[^()]{0,40}\)")


def bare(item: str) -> str:
    """An item of a list without what frames it (number, bullet, quantity, “(theo mẫu)”, the sign at its end), in small
    letters: equal for items that say the same."""
    text = " ".join(item.casefold().split()).rstrip(" .;,:")
    if head := _FRAME.match(text):
        text = text[head.end() :]
    return _BY_FORM.sub("", text) if " mẫu" in text and "(" in text else text


def pasted_twice(text: str) -> str:
    """The first passage of `text` that follows itself; empty if there is none."""
    if len(text) <= 2 * SHORTEST:
        return ""
    half = (len(text) + 1) // 2
    if text[:half].strip(" .;") == text[half:].strip(" .;"):
        return text[:half].strip()
    first, *more = text.replace(";", ".").replace("!", ".").replace("?", ".").replace("\n", ".").split(".")
    sentences = [one for one in (first, *map(str.lstrip, more)) if one]
    if len(set(sentences)) == len(sentences):  # nearly always
        return ""
    found = repeated(sentences[:MAX_SENTENCES], SHORTEST)
    return ". ".join(sentences[found[0] : found[1]]) if found else ""


def repeated(items: list[str], shortest: int = 1) -> tuple[int, int] | None:
    """(first, end) of a run of items that is followed by the same run again; None without one. shortest: letters that
    the run has at least."""
    for size in range(1, len(items) // 2 + 1):
        equal = 0  # items in a row that equal the one `size` before them
        for at in range(size, len(items)):
            equal = equal + 1 if items[at] == items[at - size] else 0
            start = at - 2 * size + 1
            if equal >= size and sum(map(len, items[start : start + size])) >= shortest:
                return start, start + size
    return None
