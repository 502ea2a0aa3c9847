"""Spaces that no careful editor writes: what the rule TT-088 reports and `tthc fix` takes out."""

from __future__ import annotations

import re

HARD = "\u00a0\u2000-\u200a\u202f\u3000"  # spaces that Word and web pages leave; they look like a space and are none
EXTRA = re.compile(
    rf"(?m)[ \t{HARD}]+$"  # at the end of a line
    rf"|[{HARD}]+"
    r"|(?<=[^\s#:\-]) {2,}(?=[^\s#])"  # doubled inside a line; not the gap before a comment or after `key:`
    r"|(?<=[\w)”\"']) +(?=[,;](?:\s|$))"  # before a comma
)


def tidy(text: str) -> str:
    """`text` without such spaces; comment lines stay as they are."""
    return "\n".join(line if line.lstrip().startswith("#") else _line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    def mend(match) -> str:
        rest = line[match.end() :]
        return "" if not rest or rest[0] in ",;" else " "

    return EXTRA.sub(mend, line).rstrip()
