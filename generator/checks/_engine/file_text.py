"""Helpers for rules that check a file's raw text: once per file, with line and column of each match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.loading.entry import Entry


class TextPosition(NamedTuple):
    """1-based line and column, and the matched text."""

    line: int
    column: int
    excerpt: str

    @property
    def at(self) -> tuple[int, int]:
        return (self.line, self.column)


# escapes of YAML between double quotes; the first alternative: a backslash itself
_ESCAPE = re.compile(r"\\\\|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[NLP_]")
_NAMED = {"N": "\x85", "L": "\u2028", "P": "\u2029", "_": "\xa0"}
_ASCII = bytes(range(128))


class _Letters:
    """Cache of `letters_of` for the last text: several rules ask for the same file in a row."""

    text: str = ""
    letters: str = ""


def letters_of(text: str) -> str:
    """The distinct non-ASCII characters of `text`: a quick pre-check, since most files have none of those that a rule
    looks for."""
    if text is not _Letters.text:
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        _Letters.text, _Letters.letters = text, "".join(set(beyond))
    return _Letters.letters


def text_of(entry: Entry) -> str:
    """The file's text for its first record, an empty string for the others, so that a list file is checked once. A
    character written as an escape ("\\u200b") stands at the beginning of the escape, so that no rule is got round."""
    if entry.base not in ((), (0,)):
        return ""
    text = entry.document.text
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    written = found[0]
    try:
        letter = _NAMED.get(written[1]) or (chr(int(written[2:], 16)) if len(written) > 2 else "")
    except (ValueError, OverflowError):
        letter = ""
    return letter.ljust(len(written), "\0") if letter > "\x7f" else written


def find_in_text(pattern: re.Pattern[str], text: str, limit: int = 5) -> Iterator[TextPosition]:
    """Matches of `pattern`, at most one per line and `limit` in all."""
    line, counted, match = 1, 0, pattern.search(text)
    while match and limit:
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield TextPosition(line, match.start() - text.rfind("\n", 0, match.start()), match[0])
        limit -= 1
        end = text.find("\n", match.start())
        match = pattern.search(text, end) if end >= 0 else None
