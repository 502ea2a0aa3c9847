"""Finds conflict markers that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re

from generator.problem import ERROR, Problem

_MARK = re.compile(r"^(?:<{7,}|>{7,}|\|{7,})(?: .*)?$", re.MULTILINE)
_MIDDLE = re.compile(r"(?:\A|\n[ \t]*\n|\A\n)={7}$", re.MULTILINE)
_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")


def conflict(text: str, shown_path: str, markdown: bool) -> Problem | None:
    """The problem at the first conflict marker, None without one. A line of exactly seven `=` is a leftover of a
    conflict too, except in Markdown, where it may underline a heading. shown_path: the path in messages."""
    if not any(sign in text for sign in _SIGNS):
        return None
    found = _MARK.search(text) or (_MIDDLE if markdown else _ANY_MIDDLE).search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.end()) + 1
    return Problem(
        shown_path,
        line,
        1,
        "TT-182",
        ERROR,
        "tệp còn dấu xung đột của git: hai người sửa cùng một chỗ và hai bản chưa được gộp",
        "",
        "Giữ câu đúng, xóa các dòng “<<<<<<<”, “=======”, “>>>>>>>” (và “|||||||” nếu có), rồi lưu.",
    )


_ANY_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
