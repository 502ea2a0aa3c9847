"""Common slips in YAML, as guesses: what may be wrong on a line, and the corrected line.

Three sorts, from the most certain: visible on the line itself, wrong structure, sentences that YAML parses as
something else. generator/loading/yaml/error_messages.py tries them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

FAR = 200  # number of lines above the position that are searched for look-alike spaces
WRONG = "YAML viết sai: "
_KEY_LINE = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_STRUCTURE = re.compile(r"\s*(?:- |-$|[a-z][a-z0-9_]*:(?:\s|$))")
_HEAD = r"(\s*(?:- +)*(?:[\w-]+: +)?)"
_OPENED = re.compile(_HEAD + r"([\"'])")
FIRST = re.compile(_HEAD + r"([*&!%@`|>,\]}\[{\"'])(.*)")
_GLUED = re.compile(r"(\s*(?:- +)*[^\W\d]\w*):(?=[^\s/:])")
_NO_COLON = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]{2,})(?: (.*))?")
_JOINED = re.compile(r"(\s*(?:- +)*[a-z][a-z0-9_]*: (?:\S|.*?[^\s,;]))[ \t,;]++([a-z][a-z0-9]*(?:_[a-z0-9]+)*): ")
_DASH = re.compile(r"(\s*)(?:([–—‒−•·●▪*+])[ \u00a0]*|(-)(?=[a-z]))(?=\S)")
SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_INDENT = re.compile(f"[ \t]*[{SPACES}][{SPACES} ]*")
_ODD_SPACE = re.compile(f"(\\s*(?:- +)*[\\w-]+:|\\s*-)([{SPACES}][{SPACES} \t]*)")
_ODD_COLON = re.compile(f"(\\s*(?:- +)*[a-z][a-z0-9_]*)[ {SPACES}]*([：﹕∶꞉ː])[ {SPACES}]*")
_COLON = re.compile(r"(\s*(?:- +)*[\w-]+: ++)([^\"'\[{|>].*?): ")


class Slip(NamedTuple):
    """Position of a slip and how to correct it; line and column from 1."""

    id: str
    line: int
    column: int
    message: str
    hint: str


class Guess(NamedTuple):
    """A slip that may be the cause, and the corrected lines that replace `rows` lines from the slip on; cost: size of
    the change, to choose between guesses with which parsing gets equally far."""

    slip: Slip
    instead: list[str]
    rows: int = 1
    cost: float = 0


def visible_slips(lines: list[str], number: int) -> Iterator[Guess]:
    """Slips that are visible on the line itself."""
    source = lines[number - 1]
    if found := _ODD_INDENT.match(source):
        bad = re.search(f"[{SPACES}]", found[0])
        assert bad
        slip = _slip(
            number,
            bad.start(),
            f"thụt dòng bằng ký tự trông như dấu cách (U+{ord(bad[0]):04X})",
            "Xóa khoảng trống đầu dòng rồi gõ lại bằng dấu cách thường.",
        )
        yield Guess(slip, [" " * len(found[0]) + source[found.end() :]])
        yield Guess(slip, [source[found.end() :]])
    elif found := _ODD_SPACE.match(source):
        slip = _slip(
            number,
            found.start(2),
            f"sau dấu “{found[1].strip()[-1]}” là ký tự trông như dấu cách (U+{ord(found[2][0]):04X})",
            "Xóa ký tự ấy rồi gõ lại bằng dấu cách thường.",
        )
        yield Guess(slip, [f"{found[1]} {source[found.end() :]}"])
    if found := _ODD_COLON.match(source):
        slip = _slip(
            number,
            found.start(2),
            f"dấu “{found[2]}” không phải dấu hai chấm thường",
            f"Gõ lại bằng dấu hai chấm và một dấu cách: “{found[1].strip(' -')}: …”.",
        )
        yield Guess(slip, [f"{found[1]}: {source[found.end() :]}"])
    if found := _GLUED.match(source):
        slip = _slip(number, found.end(1), "thiếu dấu cách sau dấu hai chấm", f"Viết “{found[1].strip(' -')}: …”.")
        yield Guess(slip, [f"{found[1]}: {source[found.end() :]}"])
    if found := _DASH.match(source):
        message = (
            f"dấu “{found[2]}” đầu dòng không phải dấu “-” của danh sách" if found[2] else "thiếu dấu cách sau dấu “-”"
        )
        slip = _slip(number, found.end(1), message, "Viết mỗi mục trên một dòng, bắt đầu bằng “- ”.")
        yield Guess(slip, [f"{found[1]}- {source[found.end() :]}"])
    if found := _JOINED.match(source):
        slip = _slip(number, found.start(2), "hai khóa trên một dòng", f"Đưa “{found[2]}: …” xuống dòng mới.")
        indent = " " * (len(found[1]) - len(found[1].lstrip(" -")))
        yield Guess(slip, [found[1], indent + source[found.start(2) :]])
    yield from _open_bracket(lines, number)
    if first := FIRST.match(source):
        whole = first[2] + first[3]
        yield Guess(begins_with_mark(number, first), [f"{first[1]}'{whole.replace(chr(39), chr(39) * 2)}'"])


def from_above(lines: list[str], line: int, visible: bool) -> Iterator[Guess]:
    """Slips that may be far above the line: an open quote, a missing dash of the first item of a list."""
    if visible:
        yield from _open_quotes(lines, line)
        suspects = [number for number in range(max(1, line - FAR), line) if _strange(lines[number - 1])]
        for number in suspects[-5:]:
            yield from visible_slips(lines, number)
        return
    here = _indent(lines[line - 1]) if line <= len(lines) else 0
    number = line - 1
    while number > 1 and (not lines[number - 2].strip() or _indent(lines[number - 2]) > here):
        number -= 1
    first = lines[number - 1] if number else ""
    parent = lines[number - 2] if number > 1 else ""
    if (
        _indent(first) == here + 2
        and _indent(parent) < here
        and not first.lstrip().startswith("-")
        and lines[line - 1].startswith(" " * here + "- ")
    ):
        hint = "Bắt đầu mỗi mục bằng “- ”, thẳng cột với mục dưới."
        slip = _slip(number, here, "thiếu dấu “-” đầu mục của danh sách", hint)
        yield Guess(slip, [f"{' ' * here}- {first[here + 2 :]}"])


def _strange(row: str) -> bool:
    """True if a line has a look-alike of a space, colon or dash."""
    dash = _DASH.match(row)
    return bool(_ODD_INDENT.match(row) or _ODD_SPACE.match(row) or _ODD_COLON.match(row) or (dash and dash[2]))


def _open_quotes(lines: list[str], line: int) -> Iterator[Guess]:
    """Values with a quote that is not closed on its line, although the next line is a key."""
    for number, source in enumerate(lines[:line], 1):
        opened = _OPENED.match(source)
        if opened and source.count(opened[2], opened.start(2)) % 2:
            after = next((following for following in lines[number : number + 9] if following.strip()), "")
            if not after or _KEY_LINE.match(after) or after.lstrip().startswith("- "):
                slip = _slip(number, opened.start(2), "thiếu dấu ngoặc kép đóng", f"Thêm {opened[2]} ở cuối dòng.")
                yield Guess(slip, [source.rstrip() + opened[2]])


def _open_bracket(lines: list[str], number: int) -> Iterator[Guess]:
    """A bracketed list that is not closed on its line, although the next line is a key."""
    source = lines[number - 1]
    found = re.match(_HEAD + r"([\[{])", source)
    close = {"[": "]", "{": "}"}
    if found and source.count(found[2]) > source.count(close[found[2]]):
        message = f"dấu “{found[2]}” chưa có dấu “{close[found[2]]}” đóng"
        slip = _slip(number, found.start(2), message, "Đóng ngoặc, hoặc để cả câu trong dấu ngoặc kép.")
        yield Guess(slip, [source.rstrip().rstrip(",") + close[found[2]]])


def structural_slips(lines: list[str], number: int) -> Iterator[Guess]:
    """A missing colon, wrong indentation."""
    source = lines[number - 1]
    if (found := _NO_COLON.fullmatch(source)) and ":" not in source:
        slip = _slip(
            number,
            found.start(2),
            "thiếu dấu hai chấm sau khóa",
            f"Viết “{found[2]}: …”, có dấu cách sau dấu hai chấm.",
        )
        yield Guess(slip, [f"{found[1]}{found[2]}: {found[3] or ''}".rstrip()])
    if source.lstrip().startswith("#"):
        return
    if found := re.match(r"(\s*)- ([a-z][a-z0-9_]*:(?: .*)?)$", source):
        slip = _slip(
            number, found.end(1), "thừa dấu “-” đầu dòng", "Dấu “-” chỉ đứng đầu mục của danh sách; xóa dấu này."
        )
        yield Guess(slip, [found[1] + found[2]])
    here = len(source) - len(source.lstrip(" "))
    block = number
    while block < len(lines) and (not lines[block].strip() or _indent(lines[block]) > here):
        block += 1
    for column in _columns(lines, number, here):
        slip = _slip(number, here, f"thụt dòng lệch: dòng này thụt vào {here} dấu cách", _aligned(column))
        cost = abs(column - here) + column % 2 / 2
        yield Guess(slip, [" " * column + source.lstrip(" ")], cost=cost)
        if block > number:
            shifted = [_shifted(row, column - here) for row in lines[number - 1 : block]]
            yield Guess(slip, shifted, block - number + 1, cost + 0.25)


def _aligned(column: int) -> str:
    if not column:
        return "Xóa dấu cách đầu dòng: các khóa cùng cấp phải thẳng cột."
    return f"Thụt vào {column} dấu cách, thẳng cột với các dòng cùng cấp."


def _columns(lines: list[str], number: int, here: int) -> list[int]:
    """Start columns of the surrounding lines of the same sort, nearest to `here` first."""
    source = lines[number - 1]
    dash, text = source.lstrip().startswith("- "), not _STRUCTURE.match(source)
    found = set()
    for row in lines[max(0, number - 9) : number + 6]:
        if not row.strip() or row.lstrip().startswith("#") or row is source:
            continue
        start = _indent(row)
        if text or dash or not row.lstrip().startswith("- "):
            found.add(start)
        if not dash and (dashes := re.match(r"(?:- +)+", row.lstrip())):
            found.add(start + len(dashes[0]))
    holds = source.rstrip().endswith(":")  # lines below must be indented more
    below = next((_indent(row) for row in lines[number : number + 4] if row.strip()), 0) if holds else 99
    near = [
        column
        for column in found - {here}
        if abs(column - here) <= 4 and (text or column < here or not _in_paragraph(lines, number, column))
    ]
    near = [column for column in near if column < below] or near
    return sorted(near, key=lambda column: abs(column - here))


def _in_paragraph(lines: list[str], number: int, column: int) -> bool:
    """True if a line at `column` would belong to a text opened above by “>-” or “|”."""
    for row in reversed(lines[: number - 1]):
        if row.strip() and _indent(row) < column and (_STRUCTURE.match(row) or not row.startswith(" ")):
            return bool(re.search(r"(?:^|[\s:-])[>|][+-]?\s*$", row))
    return False


def _shifted(row: str, by: int) -> str:
    return " " * by + row if by > 0 else row[min(-by, _indent(row)) :]


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def sentence_slips(lines: list[str], number: int) -> Iterator[Guess]:
    """Text that YAML parses as something else: an indicator at its beginning, a colon inside."""
    source = lines[number - 1]
    hint = "Để cả câu trong dấu ngoặc kép, hoặc viết xuống dòng sau “>-”."
    if found := _COLON.match(source):
        slip = _slip(number, found.end(2), "dấu “: ” nằm giữa câu", hint)
        whole = source[found.end(1) :].replace("'", "''")
        yield Guess(slip, [f"{found[1]}'{whole}'"])
    elif ": " in source and not _KEY_LINE.match(source):
        slip = _slip(number, source.index(": "), "dấu “: ” nằm giữa câu", hint)
        yield Guess(slip, [source.replace(": ", " ")])


def begins_with_mark(number: int, first: re.Match[str]) -> Slip:
    """The slip of a value that begins with an indicator character."""
    mark = first[2]
    if mark in "\"'":
        other = "'" if mark == '"' else '"'
        message = f"chữ còn tiếp sau dấu {mark} đóng, mà giá trị bắt đầu bằng {mark}"
        return _slip(number, first.start(2), message, f"Để cả câu trong một cặp {other} … {other}.")
    hint = 'Nếu là chữ, để cả giá trị trong dấu ngoặc kép: "…".'
    if mark in "|>":
        hint += f" Nếu là đoạn văn, viết “{mark}-” rồi xuống dòng."
    if mark in "[{":
        hint = "Nếu là chữ, để cả giá trị trong dấu ngoặc kép; nếu là danh sách, xem lại các dấu ngoặc và dấu phẩy."
    slip = _slip(number, first.start(2), f"giá trị bắt đầu bằng dấu “{mark}”, dấu này có nghĩa riêng trong YAML", hint)
    return slip._replace(id="TT-006") if mark in "*&!" else slip


def _slip(number: int, column: int, message: str, hint: str) -> Slip:
    return Slip("TT-004", number, column + 1, WRONG + message, hint)
