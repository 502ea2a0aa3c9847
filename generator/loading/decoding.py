"""Decodes a file's bytes to text; checks size, encoding and control characters."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.regular_file import NotRegular, TooLarge, read_regular
from generator.limits import MAX_FILE as MAX_BYTES
from generator.problem import ERROR, WARNING, Problem, Severity

BAD_CHARS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
BAD_BYTES = bytes({*range(32), 127} - {*b"\t\n\r"})  # the same as bytes, for a faster check


def read_source(file: Path, shown_path: str) -> tuple[str | None, list[Problem]]:
    """Read `file`; return (text or None, problems). `shown_path` is the path printed in messages."""
    raw, _, problems = read_raw(file, shown_path)
    return decode(raw, shown_path) if raw is not None else (None, problems)


def read_raw(file: Path, shown_path: str) -> tuple[bytes | None, os.stat_result | None, list[Problem]]:
    """(bytes of `file`, its stat before reading, problems); bytes and stat are None if it cannot be read."""

    def refused(id: str, message: str, hint: str) -> tuple[None, None, list[Problem]]:
        return None, None, [_at(shown_path, 1, 1, id, message, hint)]

    try:
        return *read_regular(file, MAX_BYTES, follow=False), []
    except NotRegular:
        what = "tệp là liên kết tượng trưng" if file.is_symlink() else "không phải tệp thường"
        return refused("TT-001", f"{what} nên không được đọc", "Chép hẳn tệp vào content/.")
    except TooLarge as error:
        message = f"tệp quá lớn ({error.size:,} byte; tối đa {MAX_BYTES:,})".replace(",", ".")
        return refused("TT-003", message, "Tách thành nhiều tệp.")
    except OSError as error:
        return refused("TT-001", f"không đọc được tệp: {cause_of(error)}", "Xem lại quyền và tên tệp.")


def _every_second_is_zero(raw: bytes) -> bool:
    """True for UTF-16, where one byte of each Latin letter is zero, always the same; at the end of a file that was
    never written every byte is."""
    if 0 not in raw:
        return False
    few, many = sorted((raw[::2].count(0), raw[1::2].count(0)))
    return many * 4 > len(raw) > 1 and few * 4 < many


def decode(raw: bytes, shown_path: str) -> tuple[str | None, list[Problem]]:
    """Decode UTF-8. A leading byte-order mark is only a warning; every other fault is an error."""
    problems: list[Problem] = []
    if raw[:1] == b"\0" and not raw.strip(b"\0"):
        message = "tệp chỉ toàn byte trống, như khi máy mất điện lúc đang ghi"
        return None, [_at(shown_path, 1, 1, "TT-002", message, "Lấy lại tệp từ git hoặc từ bản lưu.")]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or _every_second_is_zero(raw):  # with or without byte-order mark
        return None, [
            _at(shown_path, 1, 1, "TT-002", "tệp mã hóa UTF-16, phải là UTF-8", "Lưu lại tệp với mã hóa UTF-8.")
        ]
    if raw[:3] == b"\xef\xbb\xbf":
        raw = raw[3:]
        problems.append(
            _at(
                shown_path,
                1,
                1,
                "TT-002",
                "tệp có dấu thứ tự byte (BOM) ở đầu",
                "Lưu lại là “UTF-8 không BOM” hoặc chạy tthc fix.",
                WARNING,
            )
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        return None, [
            _at(
                shown_path,
                line,
                column,
                "TT-002",
                "ký tự không phải UTF-8 (có thể là bảng mã cũ như TCVN3, VNI)",
                "Lưu lại tệp với mã hóa UTF-8, Unicode dựng sẵn.",
            )
        ]
    suspicious = b"\xef\xbf" in raw or len(raw.translate(None, BAD_BYTES)) < len(raw)
    if suspicious and (bad := BAD_CHARS.search(text)):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1) + 1
        return None, [
            *problems,
            _at(
                shown_path,
                line,
                column,
                "TT-002",
                f"ký tự điều khiển U+{ord(bad[0]):04X} không được dùng",
                "Xóa ký tự này.",
            ),
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, problems


def _at(path: str, line: int, column: int, id: str, message: str, hint: str, severity: Severity = ERROR) -> Problem:
    return Problem(path, line, column, id, severity, message, "", hint)
