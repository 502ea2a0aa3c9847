"""Finds conflict markers that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re

from generator.problem import ERROR, Problem

_START = r"(?:<{7,}|>{7,}|\|{7,})(?:[ \t].*)?$"
# Editors leave spaces behind a mark, and indent it in YAML; in Markdown an indented line is a sample of code.
_IN_MARKDOWN = re.compile(rf"^{_START}|(?:\A|\n[ \t]*\n|\A\n)={{7}}[ \t]*+$", re.MULTILINE)
_IN_DATA = re.compile(rf"^[ \t]*+{_START}|^={{7}}[ \t]*+$", re.MULTILINE)
_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
REASON = "tệp còn dấu xung đột của git: hai người sửa cùng một chỗ và hai bản chưa được gộp"
HINT = "Giữ câu đúng, xóa các dòng “<<<<<<<”, “=======”, “>>>>>>>” (và “|||||||” nếu có), rồi lưu."


def marked_line(text: str, markdown: bool = False) -> int:
    """The number of the line with the first conflict marker, 0 without one. A line of exactly seven `=` is a leftover
    of a conflict too, except in Markdown, where it may underline a heading."""
    if not any(sign in text for sign in _SIGNS):
        return 0
    found = (_IN_MARKDOWN if markdown else _IN_DATA).search(text)
    return text.count("\n", 0, found.end()) + 1 if found else 0


def conflict(text: str, shown_path: str, markdown: bool) -> Problem | None:
    """The problem at the first conflict marker, None without one. shown_path: the path in messages."""
    line = marked_line(text, markdown)
    return Problem(shown_path, line, 1, "TT-182", ERROR, REASON, "", HINT) if line else None
