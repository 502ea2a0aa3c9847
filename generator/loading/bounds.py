"""Cuts texts to the limits of generator/limits.py before anything expensive processes them; each cut is one fault."""

from __future__ import annotations

import re

from generator.limits import MAX_TEXT, MAX_WORD
from generator.plain_data import Unchecked
from generator.problem import KeyPath

ID = "TT-178"
CUT = " … [phần sau quá dài nên không hiện]"
LONG_WORD = re.compile(rf"(?<!\S)\S{{{MAX_WORD + 1}}}\S*+")

Fault = tuple[KeyPath, str, str]  # path, message, hint


def bounded(data: object, text: str, body: str = "") -> tuple[Unchecked, list[Fault]]:
    """Cut the texts of parsed `data` to size. text: its source, for a quick check that nothing is too long; body:
    key of a Markdown body, which markdown_bounds handles. Returns (data, faults); `data` itself if nothing was cut."""
    if len(text) <= MAX_TEXT and max(map(len, text.split("\n"))) <= MAX_WORD and "\\\n" not in text:
        return data, []
    faults: list[Fault] = []
    return _bounded(data, (), faults, body), faults


def _bounded(value: object, path: KeyPath, faults: list[Fault], body: str) -> Unchecked:
    if isinstance(value, dict):
        return {
            key: item if path == () and key == body else _bounded(item, (*path, key), faults, body)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_bounded(item, (*path, at), faults, body) for at, item in enumerate(value)]
    if not isinstance(value, str) or len(value) <= MAX_WORD:
        return value
    cut, message, hint = shortened(value)
    if message:
        faults.append((path, message, hint))
    return cut


def shortened(text: str) -> tuple[str, str, str]:
    """(text cut to size, message, hint); message and hint are empty if nothing was cut."""
    word = LONG_WORD.search(text[: MAX_TEXT + MAX_WORD + 2])
    if word and word.start() < MAX_TEXT:
        return text[: word.start() + 60] + CUT, *word_fault(word[0])
    if len(text) > MAX_TEXT:
        return text[:MAX_TEXT] + CUT, *length_fault(text, "nhiều bước, nhiều mục")
    return text, "", ""


def word_fault(word: str) -> tuple[str, str]:
    """(message, hint) for a run of letters that no word is."""
    message = f"có {len(word):,} chữ cái liền nhau không dấu cách (tối đa {MAX_WORD:,})".replace(",", ".")
    return message, "Xóa phần dán nhầm; chữ thật nào cũng có dấu cách."


def length_fault(text: str, smaller: str) -> tuple[str, str]:
    """(message, hint) for a text that is too long. smaller: what it can be split into."""
    message = f"dài {len(text):,} ký tự (tối đa {MAX_TEXT:,})".replace(",", ".")
    return message, f"Rút gọn, hoặc tách thành {smaller}."
