"""Scripts without what only their readers need: comments and the space between signs.

Names stay, and so does every line break that could end a statement: what is published means what its source means. An import or export
stays at the beginning of its line, where generator/packing/bundle.py looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

GAP = re.compile(r"(?:\s++|//[^\n]*+|/\*(?:(?!\*/).)*+\*/)++", re.DOTALL)
STRING = re.compile(r"""(["'])(?:(?!\1)[^\\\n]|\\.)*+\1""")
PATTERN = re.compile(r"/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/\w*")
WORD = re.compile(r"[\w$]+")
SIGNS = re.compile(r"\?\?=|=>|\?\.|\+\+|--|&&|\|\||\?\?|\*\*|[-+*/%&|^!=<>]=+|.", re.DOTALL)
VALUE = re.compile(r"[\w$)\]}\"'`]$")  # after a value `/` divides, anywhere else it begins a pattern …
BEFORE = {
    "return",
    "typeof",
    "case",
    "in",
    "of",
    "void",
    "await",
    "yield",
    "delete",
    "else",
}  # … and after these words too
OPEN = set("{([,;:?=<>&|+-*%!~^")  # a statement does not end after these (`=` for `=>` too) …
CLOSE = set("})],;:?.=&|*%<>")  # … nor before these
TWINS = {"+", "-", "++", "--"}


def tokens(text: str) -> Iterator[str]:
    """The pieces of a script; a gap (space, comments) is one piece. Joined they are the script."""
    at, last = 0, ""
    while at < len(text):
        end = _end(text, at, last)
        piece = text[at:end]
        yield piece
        if not GAP.fullmatch(piece):
            last = piece
        at = end


def _end(text: str, at: int, last: str) -> int:
    if text[at] == "`":
        return _template(text, at)
    value = VALUE.search(last) and last not in BEFORE
    for kind in (GAP, STRING, WORD, *(() if value else (PATTERN,)), SIGNS):
        match = kind.match(text, at)
        if match:
            return match.end()
    raise ValueError(text[at : at + 40])


def _template(text: str, at: int) -> int:
    """Where the template text that begins at `at` ends; `${…}` may hold others."""
    at += 1
    while text[at] != "`":
        if text[at] == "\\":
            at += 2
        elif text.startswith("${", at):
            at, depth, last = at + 2, 1, "{"
            while depth:
                end = _end(text, at, last)
                last = text[at:end]
                depth += (last == "{") - (last == "}")
                at = end
        else:
            at += 1
    return at + 1


@cache  # one build asks more than once, and `serve` again and again
def smaller(text: str) -> str:
    """A script with the least space between its tokens."""
    made: list[str] = []
    gap = ""
    for token in tokens(text):
        if GAP.fullmatch(token):
            gap = token
            continue
        if gap and made:
            made.append(_space(made[-1], token, gap))
        made.append(token)
        gap = ""
    return "".join(made) + "\n"


def _space(before: str, after: str, gap: str) -> str:
    if "\n" in gap and after in ("import", "export"):
        return "\n"
    if "\n" in gap and not (before[-1] in OPEN and before not in TWINS) and after[0] not in CLOSE:
        return "\n"
    pattern = before[0] == "/" and len(before) > 1  # a word behind it would be its flags
    words = bool(WORD.match(after[0]) and (WORD.match(before[-1]) or pattern))
    signs = before[-1] in "+-/" and after[0] in "+-/"
    return " " if words or signs else ""
