"""Superfluous spaces: what rule TT-088 reports and `tthc fix` removes."""

from __future__ import annotations

import re

HARD = "\u00a0\u2000-\u200a\u202f\u3000"  # look-alike spaces from Word and web pages
EXTRA = re.compile(
    rf"(?m)(?<![ \t{HARD}])[ \t{HARD}]++$"  # at the end of a line
    rf"|(?<! ) *+[{HARD}][ {HARD}]*+"
    r"|(?<=[^\s#:\-]) {2,}+(?=[^\s#])"  # doubled inside a line; not the gap before a comment or after `key:`
    r"|(?<=[\w)”\"']) ++(?=[,;](?:\s|$))"  # before a comma
)

_HARD = re.compile(f"[{HARD}]")


def tidy(text: str) -> str:
    """`text` without such spaces. Comments are kept, except for trailing spaces."""
    return "\n".join(map(_tidy_line, text.split("\n"))) if _any(text) else text


def places(text: str, beyond: str | None = None) -> list[tuple[int, int]]:
    """(line, column), from 1, of the first superfluous space of each line that has one. beyond: the non-ASCII
    characters of the text, if known."""
    if not _any(text, beyond):
        return []
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        tidied = _tidy_line(line)
        if tidied != line:
            same = next((at for at, (a, b) in enumerate(zip(line, tidied, strict=False)) if a != b), len(tidied))
            while same and line[same - 1] in " \t":
                same -= 1
            found.append((number, same + 1))
    return found


def _any(text: str, beyond: str | None = None) -> bool:
    """True if `text` may have such spaces: a fast check, since nearly every file has none."""
    if " \n" in text or text[-1:] == " " or "\t" in text or " ," in text or " ;" in text:
        return True
    if _HARD.search(text if beyond is None else beyond):
        return True
    before = {piece[-1:] for piece in text.split("  ")[:-1]}  # indentation follows a line break or more spaces
    return any(char not in "#:-" and not char.isspace() for char in before)


def _tidy_line(line: str) -> str:
    if line.lstrip().startswith("#"):
        return line.rstrip()
    code, mark, comment = line.partition(" #")
    if mark:  # spaces before a comment may align it
        gap = code[len(code.rstrip(" ")) :]
        return _mend(code.rstrip(" ")) + gap + mark + comment.rstrip()
    return _mend(line).rstrip()


def _mend(line: str) -> str:
    def space(match: re.Match[str]) -> str:
        rest = line[match.end() :]
        return "" if not rest or rest[0] in ",;" else " "

    return EXTRA.sub(space, line)


def normalised_name(name: str) -> str:
    """The name case-folded and with runs of white space collapsed, for comparison."""
    return " ".join(name.casefold().split())
