"""Explains YAML syntax errors in the editor's words, at the position of the slip.

libyaml notices a slip where the text stops making sense, often lines later: an unclosed quote at the next quote, a
missing space after a colon at the next key. So the usual slips are searched for at that position and above it, and
a guess counts only if the text can be parsed further with that slip corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.loading.yaml.guesses import (
    FAR,
    FIRST,
    WRONG,
    Slip,
    begins_with_mark,
    from_above,
    sentence_slips,
    structural_slips,
    visible_slips,
)

NEAR = 3  # non-blank lines above the position libyaml names
LARGE = 60_000  # characters; of a longer text only the surrounding lines are parsed again
AROUND = 40  # number of surrounding lines
MAX_GUESSES = 90  # guesses tried

# messages of libyaml, used if no slip was recognised
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


Fails = Callable[[str], int]  # text → line at which parsing fails, 0 if it succeeds


def explain(problem: str, text: str, line: int, column: int, fails: Fails) -> Slip:
    """The slip behind libyaml's `problem` at `line`, `column`. fails: parses a changed text, see Fails."""
    lines = text.split("\n")
    source = lines[line - 1] if line <= len(lines) else ""
    if "\t" in source[: len(source) - len(source.lstrip())]:
        return Slip("TT-004", line, column, "thụt dòng bằng phím Tab", "Thay Tab bằng hai dấu cách.")
    if "escape" not in problem and "decimal" not in problem and (found := _tried(lines, line, fails)):
        return found
    if "\ufeff" in source:
        hint = "Xóa ký tự ấy, hoặc gõ lại dòng này."
        return Slip("TT-004", line, column, "có ký tự vô hình U+FEFF (BOM) giữa tệp", hint)
    for part, message, hint in _EXPLAINED:
        if part in problem:
            return Slip("TT-004", line, column, WRONG + message, hint)
    if first := FIRST.match(source):
        return begins_with_mark(line, first)
    return Slip("TT-004", line, column, "YAML viết sai ở dòng này", "Để chữ trong dấu ngoặc kép, xem lại thụt dòng.")


def _tried(lines: list[str], line: int, fails: Fails) -> Slip | None:
    """The guess of the most certain sort with which the text can be parsed furthest."""
    first, last = (0, len(lines)) if sum(map(len, lines)) <= LARGE else _around(lines, line)
    part = lines[first:last]
    if first and fails("\n".join(part)) + first != line:
        return None
    left = MAX_GUESSES
    for sort in (visible_slips, structural_slips, sentence_slips):
        best: tuple[float, float, Slip] | None = None
        near = _near(lines, line)
        for number in (0, *near):  # 0: slips that may be far above
            for guess in sort(lines, number) if number else from_above(lines, line, sort is visible_slips):
                at = guess.slip.line - 1 - first
                if at < 0 or left <= 0:
                    continue
                left -= 1
                reached = fails("\n".join([*part[:at], *guess.instead, *part[at + guess.rows :]]))
                reached = reached + first + guess.rows - len(guess.instead) if reached else len(lines) + 2
                if reached <= max(line, guess.slip.line):
                    continue
                if best is None or (reached, -guess.cost) > best[:2]:
                    best = reached, -guess.cost, guess.slip
        if best:
            return best[2]
    return None


def _around(lines: list[str], line: int) -> tuple[int, int]:
    """The lines of the top-level keys around `line`."""
    begin = max(0, line - AROUND)
    while begin > max(0, line - 5 * AROUND) and not re.match(r"[a-z]", lines[begin]):
        begin -= 1
    return begin, min(len(lines), line + AROUND)


def _near(lines: list[str], line: int) -> list[int]:
    """The line libyaml names, the lines with text right above it, and the less or equally indented lines above that."""
    if line > len(lines):
        line = len(lines)
    here = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    above = [number for number in range(line, max(0, line - FAR), -1) if lines[number - 1].strip()]
    level = [number for number in above[1:] if len(row := lines[number - 1]) - len(row.lstrip()) <= here + 1]
    return sorted({*above[: NEAR + 1], *level[:NEAR]}, reverse=True)
