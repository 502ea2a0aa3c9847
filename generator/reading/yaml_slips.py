"""What libyaml cannot read, in an editor's words and at the place of the slip.

libyaml notices a slip where it stops making sense, often lines later: a quote that was not closed is noticed at the next
quote, a missing space behind a colon at the next key. So the usual slips are looked for at that place and above it, and
a guess counts only when the text with that slip mended can be read further than before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

WRONG = "YAML viết sai: "
NEAR = 3  # lines with text above the place that libyaml names
LARGE = 60_000  # characters; of a longer text only the lines around the place are read once more
AROUND = 40  # lines of those
MOST = 60  # guesses that are tried

_KEY_LINE = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_HEAD = r"(\s*(?:- +)*(?:[\w-]+: +)?)"
_OPENED = re.compile(_HEAD + r"([\"'])")
_FIRST = re.compile(_HEAD + r"([*&!%@`|>,\]}\[{\"'])(.*)")
_GLUED = re.compile(r"(\s*(?:- +)*[^\W\d]\w*):(?=[^\s/:])")
_NO_COLON = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]{2,})(?: (.*))?")
_JOINED = re.compile(r"(\s*(?:- +)*[a-z][a-z0-9_]*: .*?\S)[ \t,;]+([a-z][a-z0-9]*(?:_[a-z0-9]+)*): ")
_DASH = re.compile(r"(\s*)(?:([–—‒−•·●▪*+])[ \u00a0]*|(-)(?=[a-z]))(?=\S)")
SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_INDENT = re.compile(f"[ \t]*[{SPACES}][{SPACES} ]*")
_ODD_SPACE = re.compile(f"((?:\\s*- +)*[\\w-]+:|\\s*-)([{SPACES}][{SPACES} \t]*)")
_ODD_COLON = re.compile(f"(\\s*(?:- +)*[a-z][a-z0-9_]*)[ {SPACES}]*([：﹕∶꞉ː])[ {SPACES}]*")
_COLON = re.compile(r"(\s*(?:- +)*[\w-]+: +)([^\"'\[{|>].*?): ")

# what libyaml says, where no slip was recognised
_EXPLAINED = (
    (
        "mapping values are not allowed",
        "dấu “: ” nằm giữa câu",
        "Để cả câu trong dấu ngoặc kép, hoặc viết xuống dòng sau “>-”.",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu hai chấm sau khóa",
        "Viết “khóa: giá trị”, có dấu cách sau dấu hai chấm.",
    ),
    ("expected key", "thụt dòng lệch hoặc thiếu dấu ngoặc kép đóng", "Các khóa cùng cấp phải thẳng cột."),
    ("expected '-'", "thụt dòng của danh sách bị lệch", "Các dấu “-” cùng danh sách phải thẳng cột."),
    ("<block end>", "thụt dòng lệch hoặc thiếu dấu ngoặc kép đóng", "Các khóa cùng cấp phải thẳng cột."),
    ("block sequence entr", "dấu “-” nằm sai chỗ", "Đưa mục danh sách xuống dòng mới, thụt vào hai dấu cách."),
    ("document indicator", "có dòng “---” hoặc “...” bên trong ngoặc kép", "Đóng ngoặc kép trước dòng ấy."),
    ("end of stream", "tệp kết thúc giữa chừng", "Thêm dấu ngoặc kép hoặc ngoặc vuông còn thiếu."),
    ("unknown escape character", "dấu “\\” trong ngoặc kép không hợp lệ", "Dùng ngoặc đơn, hoặc bỏ dấu “\\”."),
    ("hexdecimal", "sau dấu “\\” trong ngoặc kép không phải mã ký tự", "Dùng ngoặc đơn, hoặc bỏ dấu “\\”."),
    ("hexadecimal", "sau dấu “\\” trong ngoặc kép không phải mã ký tự", "Dùng ngoặc đơn, hoặc bỏ dấu “\\”."),
    ("Unicode character escape", "mã ký tự sau dấu “\\” không có thật", "Gõ thẳng chữ ấy, hoặc bỏ dấu “\\”."),
    (
        "<document start>",
        "còn chữ sau chỗ kết thúc tài liệu (“...”, hoặc khóa không thẳng cột với các khóa khác)",
        "Bỏ dòng “...”; các khóa cùng cấp phải thẳng cột.",
    ),
    ("',' or", "ngoặc vuông hoặc ngoặc nhọn chưa đóng", "Đóng ngoặc, hoặc để cả câu trong dấu ngoặc kép."),
    ("indentation", "thụt dòng lệch", "Các dòng cùng cấp phải thẳng cột."),
    ("mapping keys are not allowed", "dấu “? ” nằm sai chỗ", "Để cả câu trong dấu ngoặc kép."),
    ("simple keys", "khóa nằm sai chỗ", "Mỗi khóa một dòng."),
    ("directive", "dòng bắt đầu bằng dấu “%”", "Xóa dòng này, hoặc để chữ trong dấu ngoặc kép."),
    ("version", "dòng “%YAML” không dùng được", "Xóa dòng này."),
)


class Slip(NamedTuple):
    """Where a text goes wrong and how to mend it; line and column from 1."""

    id: str
    line: int
    column: int
    message: str
    hint: str


class Guess(NamedTuple):
    """A slip that may be the cause, and the lines that would stand in place of `rows` lines from the slip's on."""

    slip: Slip
    instead: list[str]
    rows: int = 1


Fails = Callable[[str], int]  # the line at which a text cannot be read, 0 when it can


def explain(problem: str, text: str, line: int, column: int, fails: Fails) -> Slip:
    """The slip behind libyaml's `problem` at `line`, `column`. fails: reads a changed text."""
    lines = text.split("\n")
    source = lines[line - 1] if line <= len(lines) else ""
    if "\t" in source[: len(source) - len(source.lstrip())]:
        return Slip("TT-004", line, column, "thụt dòng bằng phím Tab", "Thay Tab bằng hai dấu cách.")
    if found := _tried(lines, line, fails):
        return found
    if "\ufeff" in source:
        hint = "Xóa ký tự ấy, hoặc gõ lại dòng này."
        return Slip("TT-004", line, column, "có ký tự vô hình U+FEFF (BOM) giữa tệp", hint)
    if first := _FIRST.match(source):
        return _begins(line, first)
    for part, message, hint in _EXPLAINED:
        if part in problem:
            return Slip("TT-004", line, column, WRONG + message, hint)
    return Slip("TT-004", line, column, "YAML viết sai ở dòng này", "Để chữ trong dấu ngoặc kép, xem lại thụt dòng.")


def _tried(lines: list[str], line: int, fails: Fails) -> Slip | None:
    """The guess of the surest sort that lets the text be read furthest."""
    first, last = (0, len(lines)) if sum(map(len, lines)) <= LARGE else _around(lines, line)
    part = lines[first:last]
    if first and fails("\n".join(part)) + first != line:
        return None
    left = MOST
    for sort in (_sure, _structure, _sentences):
        best: tuple[int, Slip] | None = None
        for number in (0, *_near(lines, line)):
            for guess in sort(lines, number) if number else _from_above(lines, line, sort is _sure):
                at = guess.slip.line - 1 - first
                if at < 0 or left <= 0:
                    continue
                left -= 1
                reached = fails("\n".join([*part[:at], *guess.instead, *part[at + guess.rows :]]))
                reached = reached + first + guess.rows - len(guess.instead) if reached else len(lines) + 2
                if reached > max(line, guess.slip.line) and (best is None or reached > best[0]):
                    best = reached, guess.slip
        if best:
            return best[1]
    return None


def _around(lines: list[str], line: int) -> tuple[int, int]:
    """The lines of the top-level keys around `line`."""
    begin = max(0, line - AROUND)
    while begin > max(0, line - 5 * AROUND) and not re.match(r"[a-z]", lines[begin]):
        begin -= 1
    return begin, min(len(lines), line + AROUND)


def _near(lines: list[str], line: int) -> Iterator[int]:
    """The place that libyaml names and the lines with text above it, from below."""
    left = NEAR + 1
    for number in range(min(line, len(lines)), 0, -1):
        if lines[number - 1].strip():
            yield number
            left -= 1
        if not left:
            return


def _sure(lines: list[str], number: int) -> Iterator[Guess]:
    """Slips that show on the line itself."""
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
        odd = found[2] or "-"
        message = f"dấu “{odd}” đầu dòng không phải dấu “-” của danh sách" if found[2] else "thiếu dấu cách sau dấu “-”"
        slip = _slip(number, found.end(1), message, "Viết mỗi mục trên một dòng, bắt đầu bằng “- ”.")
        yield Guess(slip, [f"{found[1]}- {source[found.end() :]}"])
    if found := _JOINED.match(source):
        slip = _slip(number, found.start(2), "hai khóa trên một dòng", f"Đưa “{found[2]}: …” xuống dòng mới.")
        indent = " " * (len(found[1]) - len(found[1].lstrip(" -")))
        yield Guess(slip, [found[1], indent + source[found.start(2) :]])
    yield from _open_bracket(lines, number)


def _from_above(lines: list[str], line: int, sure: bool) -> Iterator[Guess]:
    """Slips that may stand far above the place: an open quote, the dash that the first item of a list has lost."""
    if sure:
        yield from _open_quotes(lines, line)
        return
    here = _indent(lines[line - 1]) if line <= len(lines) else 0
    number = line - 1
    while number > 1 and (not lines[number - 2].strip() or _indent(lines[number - 2]) > here):
        number -= 1
    if number and _indent(lines[number - 1]) == here + 2 and lines[line - 1].startswith(" " * here + "- "):
        slip = _slip(
            number, here, "thiếu dấu “-” đầu mục của danh sách", "Bắt đầu mỗi mục bằng “- ”, thẳng cột với mục dưới."
        )
        yield Guess(slip, [f"{' ' * here}- {lines[number - 1][here + 2 :]}"])


def _open_quotes(lines: list[str], line: int) -> Iterator[Guess]:
    """Values that open a quote and do not close it on their line, though the next line is a key of its own."""
    for number, source in enumerate(lines[:line], 1):
        opened = _OPENED.match(source)
        if opened and source.count(opened[2], opened.start(2)) % 2:
            after = next((following for following in lines[number : number + 9] if following.strip()), "")
            if not after or _KEY_LINE.match(after) or after.lstrip().startswith("- "):
                slip = _slip(number, opened.start(2), "thiếu dấu ngoặc kép đóng", f"Thêm {opened[2]} ở cuối dòng.")
                yield Guess(slip, [source.rstrip() + opened[2]])


def _open_bracket(lines: list[str], number: int) -> Iterator[Guess]:
    """A list in brackets that is not closed on its line, though the next line is a key of its own."""
    source = lines[number - 1]
    found = re.match(_HEAD + r"([\[{])", source)
    close = {"[": "]", "{": "}"}
    if found and source.count(found[2]) > source.count(close[found[2]]):
        name = "vuông" if found[2] == "[" else "nhọn"
        slip = _slip(
            number,
            found.start(2),
            f"thiếu dấu ngoặc {name} đóng",
            f"Thêm {close[found[2]]}, hoặc để cả câu trong ngoặc kép.",
        )
        yield Guess(slip, [source.rstrip().rstrip(",") + close[found[2]]])


def _structure(lines: list[str], number: int) -> Iterator[Guess]:
    """A colon that is missing, indentation that is out of line."""
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
    here = len(source) - len(source.lstrip(" "))
    block = number
    while block < len(lines) and (not lines[block].strip() or _indent(lines[block]) > here):
        block += 1
    for column in _columns(lines, number, here):
        slip = _slip(number, here, f"thụt dòng lệch: dòng này thụt vào {here} dấu cách", _aligned(column))
        yield Guess(slip, [" " * column + source.lstrip(" ")])
        if block > number:
            by = column - here
            yield Guess(slip, [_shifted(row, by) for row in lines[number - 1 : block]], block - number + 1)


def _aligned(column: int) -> str:
    if not column:
        return "Xóa dấu cách đầu dòng: các khóa cùng cấp phải thẳng cột."
    return f"Thụt vào {column} dấu cách, thẳng cột với các dòng cùng cấp."


def _columns(lines: list[str], number: int, here: int) -> list[int]:
    """Where the lines around begin, nearest to `here` first."""
    found = set()
    for row in lines[max(0, number - 8) : number + 6]:
        if row.strip() and not row.lstrip().startswith("#"):
            start = _indent(row)
            found |= {start, start + len(dash[0]) if (dash := re.match(r"(?:- +)+", row[start:])) else start}
    return sorted((column for column in found - {here} if abs(column - here) <= 4), key=lambda at: abs(at - here))


def _shifted(row: str, by: int) -> str:
    return " " * by + row if by > 0 else row[min(-by, _indent(row)) :]


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _sentences(lines: list[str], number: int) -> Iterator[Guess]:
    """Text that YAML takes for something else: a mark at its beginning, a colon inside."""
    source = lines[number - 1]
    if first := _FIRST.match(source):
        whole = first[2] + first[3]
        yield Guess(_begins(number, first), [f"{first[1]}'{whole.replace(chr(39), chr(39) * 2)}'"])
    hint = "Để cả câu trong dấu ngoặc kép, hoặc viết xuống dòng sau “>-”."
    if found := _COLON.match(source):
        slip = _slip(number, found.end(2), "dấu “: ” nằm giữa câu", hint)
        whole = source[found.end(1) :].replace("'", "''")
        yield Guess(slip, [f"{found[1]}'{whole}'"])
    elif ": " in source and not _KEY_LINE.match(source):
        slip = _slip(number, source.index(": "), "dấu “: ” nằm giữa câu", hint)
        yield Guess(slip, [source.replace(": ", " ")])


def _begins(number: int, first: re.Match[str]) -> Slip:
    """The slip of a value that begins with a mark."""
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
