"""Statements of a script in fewer characters: nothing of what they do changes.

The semicolon and the end of a line before a closing brace go, the end of a line where a statement ended before it, and
declarations that follow each other become one list. All statements must end in semicolons (eslint's `semi` sees to it).
"""

from __future__ import annotations

from generator.javascript.tokens import Tokens

CONDITIONS = frozenset(("if", "for", "while", "switch", "with"))
STARTS = frozenset(("", ";", "{", "}"))  # what stands before a statement


def close_up(tokens: Tokens) -> dict[int, str]:
    """Takes needless line ends out of `tokens`; returns other texts for some of them, by their places."""
    opened = {token.end: at for at, token in enumerate(tokens.all) if token.end >= 0}
    changed: dict[int, str] = {}
    for at, token in enumerate(tokens.all):
        if token.text == ";" and tokens.text(at + 1) == "}" and not _is_whole(tokens, at, opened):
            changed[at] = ""
        elif token.kind == "name" and token.text in ("const", "let") and tokens.text(at - 1) in STARTS:
            end = _end_of_line(tokens, at)
            if tokens.text(end) == ";" and tokens.text(end + 1) == token.text:
                changed |= {end: ",", end + 1: ""}
                tokens.spaces.pop(end + 2, None)
                tokens.spaces.pop(end + 1, None)
        if token.text == ";" or (token.text == "}" and _is_statement(tokens, opened.get(at, at))):
            tokens.spaces.pop(at + 1, None)
    return changed


def _is_whole(tokens: Tokens, at: int, opened: dict[int, int]) -> bool:
    """Whether a semicolon may be a statement by itself, as in `{while(step());}` and `{if(a)b();else;}`."""
    head = opened.get(at - 1, at)
    return tokens.text(at - 1) in ("else", ":") or tokens.text(head - 1) in CONDITIONS


def _is_statement(tokens: Tokens, brace: int) -> bool:
    """Whether what the brace opens is no value, which would need a semicolon or the end of the line behind it."""
    return tokens.all[brace].role == "block" and tokens.text(brace - 1) != "=>"


def _end_of_line(tokens: Tokens, at: int) -> int:
    """The place of the token that ends a statement, or the first of the next line."""
    at += 1
    while tokens.text(at) not in (";", "}", "") and "\n" not in tokens.spaces.get(at, ""):
        at = tokens.behind(at)
    return at
