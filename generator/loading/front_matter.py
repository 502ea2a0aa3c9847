"""Markdown with YAML front matter between two lines of `---`."""

from __future__ import annotations

import re
from typing import NamedTuple

_NEARLY = re.compile("\\W{0,3}(?:[-—–_=*~]\\s?){1,80}\\W{0,3}")  # a line meant as `---`
_YAML_ROW = re.compile(r"[ \t]|#(?!#)|- |[a-z][a-z0-9_]*\s*[:：]|[\w-]+:(?:\s|$)|[\]}]")
_HINT = "Phần mở đầu nằm giữa hai dòng, mỗi dòng đúng ba dấu gạch “---”, ở đầu tệp."


class Missing(NamedTuple):
    """Why a text has no front matter; line from 1."""

    line: int
    message: str
    hint: str


def split(text: str) -> tuple[str, str, int] | None:
    """(yaml, body, line of the body from 1), or None without front matter. An indented `---` is part of a text, unless
    no other one closes the front matter."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return None
    closing = [number for number, line in enumerate(lines) if number and line.strip() == "---"]
    if not closing:
        return None
    number = next((at for at in closing if not lines[at][0].isspace()), closing[0])
    blank = next((at for at, body in enumerate(lines[number + 1 :]) if body.strip()), 0)
    return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :]).strip(), number + 2 + blank


def missing(text: str) -> Missing:
    """The reason why `split` found no front matter in `text`."""
    lines = text.split("\n")
    number = next((at for at, row in enumerate(lines, 1) if row.strip()), 1)
    first = lines[number - 1].strip()
    if first != "---":
        if _NEARLY.fullmatch(first):
            return Missing(number, f"dòng mở phần mở đầu là “{first[:20]}”, phải đúng ba dấu gạch “---”", _HINT)
        if re.match(r"[a-z][a-z0-9_]*\s*:", first):
            return Missing(number, "thiếu dòng “---” mở phần mở đầu", "Thêm một dòng “---” lên đầu tệp.")
        return Missing(number, "thiếu phần mở đầu giữa hai dòng “---”", f"{_HINT} Xem mẫu trong sổ tay biên tập.")
    if number > 1:
        return Missing(1, "có dòng trống trước dòng “---” mở phần mở đầu", "Xóa các dòng trống ở đầu tệp.")
    return unclosed(text, closed=False) or Missing(len(lines), "thiếu dòng “---” đóng phần mở đầu (mở ở dòng 1)", _HINT)


def unclosed(text: str, closed: bool = True) -> Missing | None:
    """The line before which the front matter should end: a line meant as `---`, or the first one that is prose. None if
    everything looks like keys and values. closed: a `---` follows somewhere, so a line without a colon may be a slip
    within the front matter."""
    before = ""
    for number, row in enumerate(text.split("\n")[1:], start=2):
        plain = row.strip()
        if plain == "---":
            return None
        if plain and not row.startswith((" ", "- ")) and plain != "-" and _NEARLY.fullmatch(plain):
            return Missing(number, f"dòng đóng phần mở đầu là “{plain[:20]}”, phải đúng ba dấu gạch “---”", _HINT)
        heading = not closed and not before and row.startswith("# ")
        after_all = not closed or not before or row.startswith(("#", "*", ">", "|", "!", "["))
        if plain and (heading or not _YAML_ROW.match(row)) and after_all:
            return Missing(
                number, "thiếu dòng “---” đóng phần mở đầu (mở ở dòng 1)", "Thêm một dòng “---” trước dòng này."
            )
        before = plain
    return None
