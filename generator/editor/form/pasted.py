"""What a text copied from Word, a PDF, a web page or a Mac says."""

from __future__ import annotations

import re
import unicodedata

from generator.text.invisible import INVISIBLE
from generator.text.whitespace import HARD

_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{INVISIBLE}]")
_HARD_SPACE = re.compile(f"[{HARD}]")
# bullets of Word: signs, and letters of its symbol fonts
_SIGNS = "•●○◦▪■□◆➢➤❖✓✔‣⁃∙·\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076\uf06e\uf071"
_BULLET = re.compile(rf"([ \t]*+)(?:[{_SIGNS}]|[o§Øüv+–—-]\t)[ \t]*")
_NUMBER = re.compile(r"[ \t]*+(\d{1,3})[.)]\t[ \t]*")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")


def pasted(text: str) -> str:
    """The text with composed letters, without characters that nobody sees, with ordinary spaces and line breaks."""
    text = _UNSEEN.sub("", _BREAK.sub("\n", unicodedata.normalize("NFC", text)))
    return _HARD_SPACE.sub(" ", text)


def one_line(text: str) -> str:
    """The text of a field that has one line: without the bullet that stood before it."""
    lines = (line[bullet.end() :] if (bullet := _BULLET.match(line)) else line for line in text.split("\n"))
    return " ".join(filter(None, map(str.strip, lines))).replace("\t", " ").strip()


def markdown(text: str, before: str) -> str:
    """The text of a Markdown body: pasted bullets and numbers begin items of a list, cells between tabs a table. Lines
    that are in `before` stay as they are."""
    known, made = set(before.split("\n")), list[str]()
    rows: list[str] = []

    def table() -> None:
        if len(rows) > 1 and len({row.count("\t") for row in rows}) == 1:
            cells = [[cell.strip().replace("|", "\\|") for cell in row.split("\t")] for row in rows]
            lines = [f"| {' | '.join(row)} |" for row in cells]
            made.extend([*[""] * bool(made and made[-1].strip()), lines[0], "|---" * len(cells[0]) + "|", *lines[1:]])
        else:
            made.extend(row.replace("\t", " ") for row in rows)
        rows.clear()

    for line in text.split("\n"):
        fresh = line not in known
        bullet, number = (_BULLET.match(line), _NUMBER.match(line)) if fresh else (None, None)
        if fresh and "\t" in line.strip() and not bullet and not number:
            rows.append(line.strip(" "))
            continue
        table()
        if bullet or number:
            if made and made[-1].strip() and not _ITEM.match(made[-1]):
                made.append("")  # without a blank line above it is no list
            depth = "  " if bullet and len(bullet[1].expandtabs(4)) >= 4 else ""
            made.append(f"{depth}- {line[bullet.end() :]}" if bullet else f"{number[1]}. {line[number.end() :]}")  # type: ignore[index,union-attr]
        else:
            made.append(line)
    table()
    return "\n".join(made).strip()
