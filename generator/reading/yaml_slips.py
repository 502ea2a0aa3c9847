"""What libyaml cannot read, in an editor's words and at the place of the slip.

libyaml notices a slip where it stops making sense, often lines later: a quote that was not closed is noticed at the next
quote, a missing space behind a colon at the next key. The usual slips are looked for above that place.
"""

from __future__ import annotations

import re

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
    ("did not find expected key", "thụt dòng lệch hoặc thiếu dấu ngoặc kép đóng", "Các khóa cùng cấp phải thẳng cột."),
    ("did not find expected '-'", "thụt dòng của danh sách bị lệch", "Các dấu “-” cùng danh sách phải thẳng cột."),
    (
        "block sequence entries are not allowed",
        "dấu “-” nằm sai chỗ",
        "Đưa mục danh sách xuống dòng mới, thụt vào hai dấu cách.",
    ),
    ("unexpected end of stream", "tệp kết thúc giữa chừng", "Thêm dấu ngoặc kép hoặc ngoặc vuông còn thiếu."),
    ("unknown escape character", "dấu “\\” trong ngoặc kép không hợp lệ", "Dùng ngoặc đơn, hoặc bỏ dấu “\\”."),
    ("invalid Unicode character escape", "mã ký tự sau dấu “\\” không có thật", "Gõ thẳng chữ ấy, hoặc bỏ dấu “\\”."),
    (
        "did not find expected <document start>",
        "còn chữ sau chỗ kết thúc tài liệu (“...”, hoặc khóa không thẳng cột với các khóa khác)",
        "Bỏ dòng “...”; các khóa cùng cấp phải thẳng cột.",
    ),
    (
        "did not find expected ',' or",
        "ngoặc vuông hoặc ngoặc nhọn chưa đóng",
        "Đóng ngoặc, hoặc để cả câu trong dấu ngoặc kép.",
    ),
    ("undefined alias", "không dùng bí danh (*) trong YAML", "Để giá trị trong dấu ngoặc kép."),
)

_KEY_LINE = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_OPENED = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?([\"'])")
_GLUED = re.compile(r"(\s*(?:- +)*[^\W\d]\w*):(?=[^\s/:])")
NEAR = 3  # lines above the place that libyaml names


def explain(problem: str, text: str, line: int, column: int) -> tuple[int, int, str, str]:
    """(line, column, message, hint) for libyaml's `problem` at `line`, `column`."""
    lines = text.split("\n")
    source = lines[line - 1] if line <= len(lines) else ""
    if "\ufeff" in source:
        return line, column, "có ký tự vô hình U+FEFF (BOM) giữa tệp", "Xóa ký tự ấy, hoặc gõ lại dòng này."
    if "\t" in source[: len(source) - len(source.lstrip())]:
        return line, column, "thụt dòng bằng phím Tab", "Thay Tab bằng hai dấu cách."
    if "cannot start any token" in problem:
        return line, column, "ký tự đầu không được phép (như %, @, `)", "Để giá trị trong dấu ngoặc kép."
    slip = (
        _open_quote(lines[:line])
        or _glued_colon(lines, line)
        or (_no_colon(lines, line) if "could not find expected ':'" in problem else None)
    )
    if slip:
        return slip
    for part, message, hint in _EXPLAINED:
        if part in problem:
            return line, column, f"YAML viết sai: {message}", hint
    return line, column, "YAML viết sai", f"Xem lại dòng này ({problem})." if problem else "Xem lại dòng này."


def _open_quote(lines: list[str]) -> tuple[int, int, str, str] | None:
    """A value that opens a quote and does not close it on its line, though the next line is a key of its own."""
    for number, source in enumerate(lines, 1):
        opened = _OPENED.match(source)
        after = next((following for following in lines[number:] if following.strip()), "")
        if opened and source.count(opened[1], opened.start(1)) % 2 and _KEY_LINE.match(after):
            return (
                number,
                opened.start(1) + 1,
                "YAML viết sai: thiếu dấu ngoặc kép đóng",
                f"Thêm {opened[1]} ở cuối dòng.",
            )
    return None


def _glued_colon(lines: list[str], line: int) -> tuple[int, int, str, str] | None:
    for number in range(min(line, len(lines)), max(0, line - NEAR), -1):
        glued = _GLUED.match(lines[number - 1])
        if glued:
            return (
                number,
                glued.end(1) + 1,
                "YAML viết sai: thiếu dấu cách sau dấu hai chấm",
                f"Viết “{glued[1].strip()}: …”.",
            )
    return None


def _no_colon(lines: list[str], line: int) -> tuple[int, int, str, str] | None:
    for number in range(min(line, len(lines)), max(0, line - NEAR), -1):
        source = lines[number - 1]
        if source.strip() and not source.lstrip().startswith(("#", "- ")) and ":" not in source:
            return (
                number,
                len(source) - len(source.lstrip()) + 1,
                "YAML viết sai: thiếu dấu hai chấm sau khóa",
                "Viết “khóa: giá trị”, có dấu cách sau dấu hai chấm.",
            )
    return None
