"""Removes blocks of Markdown that the engine could not process in reasonable time, or at all.

The engine works on one paragraph (or one item of a list) at a time. Within one, some signs take quadratic time, and
each level of lists and quotes is a level of recursion. So both are counted first, and a block that exceeds a limit is
replaced by a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.limits import MAX_ALL_SIGNS, MAX_COLUMNS, MAX_LINE, MAX_LINES, MAX_NESTING, MAX_SIGNS, MAX_TEXT, MAX_WORD
from generator.loading.bounds import CUT, LONG_WORD, length_fault, word_fault

ID = "TT-179"
LEFT_OUT = "[Đoạn này chưa hiện được.]"
_SIGN = re.compile(r"[*_`\[<!]")
_RULE = re.compile(
    r" {0,3}(?:-(?: {0,2}-)*+|\*(?: {0,2}\*)*+|_(?: {0,2}_)*+) *+"
)  # a line across the page nests nothing
_MARK = re.compile(r"[ \t]*+(?:>|(?:[-+*:]|\d{1,9}[.)])(?=[ \t]|$))")
_ITEM = re.compile(r" {0,3}(?:[-+*>|#:]|\d{1,9}[.)])")

Fault = tuple[int, str, str]  # line from 0, message, hint


def bounded_markdown(text: str) -> tuple[str, list[Fault]]:
    """`text` without the blocks that exceed a limit, and the first fault of each sort. A text within the limits is
    returned unchanged."""
    lines = text.split("\n")
    faults: dict[str, Fault] = {}
    left_out: set[int] = set()
    signs = 0
    run = 0  # lines since the last blank one
    for first, last in _blocks(lines):
        block = lines[first:last]
        run = last - first + (run if first and lines[first - 1].strip() else 0)
        sort, at, message, hint = _fault(block)
        if not sort and run > MAX_LINES:
            sort, at, message = "lines", 0, f"hơn {MAX_LINES} dòng liền nhau không có dòng trống"
            hint = "Tách thành nhiều đoạn, cách nhau một dòng trống."
        count = sum(len(_SIGN.findall(line)) for line in block)
        if not sort and signs + count > MAX_ALL_SIGNS:
            sort, at = "all", 0
            message = f"cả bài có hơn {MAX_ALL_SIGNS} ký hiệu trình bày (* _ ` [ < !)"
            hint = "Tách thành nhiều bài."
        if not sort:
            signs += count
            continue
        faults.setdefault(sort, (first + at, message.replace(",", "."), hint))
        left_out.update(range(first, last))
    if len(text) > MAX_TEXT:
        faults["text"] = (text.count("\n", 0, MAX_TEXT), *length_fault(text, "nhiều bài"))
    if not faults:
        return text, []
    output: list[str] = []
    for at, line in enumerate(lines):
        if at not in left_out:
            output.append(line)
        elif at - 1 not in left_out:
            output += ["", LEFT_OUT, ""]
    shown = "\n".join(output)
    return (shown if len(shown) <= MAX_TEXT else shown[:MAX_TEXT] + CUT), sorted(faults.values())


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """(first line, line after the last) of each part that the engine processes as one: lines up to a blank one; each
    item of a list, quote or table."""
    first: int | None = None
    listed = False
    for at, line in enumerate(lines):
        if not line.strip():
            if first is not None:
                yield first, at
            first = None
        elif first is None:
            first, listed = at, bool(_ITEM.match(line))
        elif listed and _ITEM.match(line) and not line.startswith(">"):
            yield first, at
            first = at
    if first is not None:
        yield first, len(lines)


def _fault(lines: list[str]) -> tuple[str, int, str, str]:
    """(sort, line, message, hint) of the first excess in one block; the sort is empty if there is none."""
    signs = 0
    for at, line in enumerate(lines):
        if len(line) > MAX_LINE:
            return (
                "line",
                at,
                f"dòng dài {len(line):,} ký tự (tối đa {MAX_LINE:,})",
                "Xuống dòng, tách thành nhiều đoạn.",
            )
        if len(line) > MAX_WORD and (word := LONG_WORD.search(line)):
            return "word", at, *word_fault(word[0])
        depth = _depth(line)
        if depth > MAX_NESTING:
            hint = "Dùng danh sách một, hai tầng; xem lại thụt dòng."
            return "nesting", at, f"danh sách, trích dẫn lồng nhau {depth:,} tầng (tối đa {MAX_NESTING})", hint
        if line.count("|") > MAX_COLUMNS + 1:
            return "columns", at, f"bảng có hơn {MAX_COLUMNS} cột", "Tách thành nhiều bảng."
        signs += len(_SIGN.findall(line))
        if signs > MAX_SIGNS:
            hint = "Tách thành nhiều đoạn, cách nhau một dòng trống; xóa ký hiệu thừa."
            return "signs", at, f"một đoạn có hơn {MAX_SIGNS} ký hiệu trình bày (* _ ` [ < !)", hint
    return "", 0, "", ""


def _depth(line: str) -> int:
    """Number of nested lists and quotes that a line opens; four leading spaces count as one."""
    if _RULE.fullmatch(line):
        return 0
    depth, at = (len(line) - len(line.lstrip(" \t"))) // 4 + line[: len(line) - len(line.lstrip())].count("\t"), 0
    while mark := _MARK.match(line, at):
        depth, at = depth + 1, mark.end()
    return depth
