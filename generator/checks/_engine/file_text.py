"""For rules that look at a file's text rather than at one record: once a file, and where an offset stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.loading.store import Entry


class TextPosition(NamedTuple):
    """(line, column) from 1, and what stands there."""

    line: int
    column: int
    shown: str

    @property
    def at(self) -> tuple[int, int]:
        return (self.line, self.column)


_ASCII = bytes(range(128))


class _Letters:
    """The distinct characters beyond ASCII of the file looked at last: several rules ask one after another."""

    text: str = ""
    found: str = ""


def letters_of(text: str) -> str:
    """Every character of `text` beyond ASCII once: most files have none that a rule looks for, and this is quick to see."""
    if text is not _Letters.text:
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        _Letters.text, _Letters.found = text, "".join(set(beyond))
    return _Letters.found


def text_of(entry: Entry) -> str:
    """The file's text for the first record of a file, an empty text for the others (a list file is looked at once)."""
    return entry.document.text if entry.base in ((), (0,)) else ""


def find_in_text(pattern, text: str, most: int = 5) -> Iterator[TextPosition]:
    """Matches of `pattern`, at most one a line and `most` in all."""
    line, counted, match = 1, 0, pattern.search(text)
    while match and most:
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield TextPosition(line, match.start() - text.rfind("\n", 0, match.start()), match[0])
        most -= 1
        end = text.find("\n", match.start())
        match = pattern.search(text, end) if end >= 0 else None
