"""Opens the input file of an import, only if it is a regular file, and identifies unsupported file types."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO

from generator.importing.draft_record import ImportRefused
from generator.importing.legacy_encodings import to_unicode
from generator.io.causes import cause_of
from generator.loading.merge_conflict import marked_line
from generator.text.alphabet import LETTERS, TONES

HEAD = 4096
_SIGNS = frozenset("“”‘’„–—…•·§°±×÷½¼¾²³€©®«»¬\u00a0\u20ab")
ZIP = b"PK\x03\x04"
GZIP = b"\x1f\x8b"
PDF = b"%PDF-"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_FILES = (
    (stat.S_ISDIR, "là một thư mục"), (stat.S_ISFIFO, "là ống dẫn (FIFO)"), (stat.S_ISCHR, "là thiết bị"),
    (stat.S_ISBLK, "là thiết bị"), (stat.S_ISSOCK, "là ổ cắm mạng (socket)"),
)  # fmt: skip
_SAVE_AGAIN = "Mở bằng Excel hoặc Word rồi lưu lại (Lưu thành) dạng .xlsx hoặc .docx"
CONFLICT = ("tệp còn dấu xung đột của git (hai bản chưa được gộp)", "Tải lại tệp từ nguồn")
_IMAGE = ("ảnh", "Ảnh chụp, ảnh quét không đọc được thành chữ: xin bản Word hoặc Excel gốc")
_ARCHIVE = ("tệp nén", "Giải nén rồi nhập tệp ở trong")
_SIGNATURES: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (PDF, ("tệp PDF", "Xin bản Word hoặc Excel gốc, hoặc mở bằng Word rồi lưu thành .docx và soát lại")),
    (b"{\\rtf", ("tệp RTF", _SAVE_AGAIN)),
    (b"\x89PNG", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE), (b"BM", _IMAGE),
    (b"II*\0", _IMAGE), (b"MM\0*", _IMAGE),
    (b"Rar!", _ARCHIVE), (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"PK\x05\x06", ("tệp zip rỗng", "Tải lại tệp từ nguồn")),
    (b"SQLite format 3", ("cơ sở dữ liệu SQLite", "Xuất thành .xlsx hoặc JSON rồi nhập")),
)  # fmt: skip


def open_regular(file: Path) -> BinaryIO:
    """Open `file` for reading. Raises ImportRefused when it is missing, unreadable or not a regular file.

    A FIFO would block and a device never ends, so the file is opened with O_NONBLOCK; checking the open descriptor
    instead of the path avoids a race with a replaced file.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise ImportRefused(f"không có tệp “{file}”.") from None
    except OSError as error:
        if file.is_dir():  # Windows cannot open a folder
            raise ImportRefused(f"{file}: không phải một tệp (là một thư mục).") from None
        raise ImportRefused(f"{file}: không đọc được: {cause_of(error)}.") from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        what = next((words for test, words in _NOT_FILES if test(mode)), "là thứ khác")
        raise ImportRefused(f"{file}: không phải một tệp ({what}).")
    return os.fdopen(descriptor, "rb")


def kind_of(head: bytes) -> tuple[str, str]:
    """Return (file type, how to make it importable), in Vietnamese, from the first bytes; ("", "") when unknown."""
    if not head.strip(b"\0 \t\r\n"):
        return (
            ("tệp trống", "Tải lại tệp từ nguồn")
            if not head
            else ("tệp hỏng (toàn byte trống)", "Tải lại tệp từ nguồn")
        )
    for signature, named in _SIGNATURES:
        if head.startswith(signature):
            return named
    if head.startswith(ZIP):
        return "tệp zip hoặc tệp Office (.xlsx, .docx)", "Danh mục .xlsx, .docx nhập bằng loại nguồn decision-list"
    if head.startswith(GZIP):
        return "tệp nén gzip", "Giải nén rồi nhập tệp ở trong"
    if head.startswith(OLE):
        return "tệp Excel, Word kiểu cũ (.xls, .doc)", _SAVE_AGAIN
    return _text_kind(head)


def guard_conflict(file: Path, text: str, first: int = 1) -> None:
    """Raise ImportRefused when git left a mark of a conflict in `text`, which begins in line `first` of `file`."""
    if line := marked_line(text, markdown=True):
        what, way = CONFLICT
        raise ImportRefused(f"{file}:{first + line - 1}: {what}. {way}.")


def decode(raw: bytes, complete: bool = True) -> str | None:
    """The text of `raw`: UTF-8, UTF-16 with a mark, or Windows-1258, in which Excel in Vietnam saves a CSV; None for
    anything else. complete: False when `raw` is only the beginning of a file and may end inside a letter."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):  # without a mark: half of an ordinary text's bytes are zero
        if 3 * raw[at::2].count(0) > len(raw[at::2]) > 3 and not raw[1 - at :: 2].count(0):
            return raw[: len(raw) // 2 * 2].decode(name, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not complete and error.start >= len(raw) - 3:
            return raw[: error.start].decode("utf-8-sig")
    try:
        text = unicodedata.normalize("NFC", raw.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    strange = [char for char in text if char > "\x7f" and char not in _SIGNS and _plain(char) not in LETTERS]
    return None if strange or "\0" in text else text


def _plain(char: str) -> str:
    """The letter below the tone."""
    return unicodedata.normalize(
        "NFC", "".join(part for part in unicodedata.normalize("NFD", char.lower()) if part not in TONES)
    )


def _old_encoding(text: str) -> str:
    """The encoding of fonts, older than Unicode, in which a text names a procedure (thủ tục); "" for any other."""
    text = unicodedata.normalize("NFC", text)
    for font, name in ((".VnTime", "TCVN3 (phông .VnTime)"), ("VNI-Times", "VNI (phông VNI-Times)")):
        if "thủ tục" in to_unicode(text, font).lower() and "thủ tục" not in text.lower():
            return name
    return ""


def _text_kind(head: bytes) -> tuple[str, str]:
    found = decode(head, complete=False)
    old = _old_encoding(found if found and "\0" not in found else head.decode("latin-1"))
    if old:
        return (
            f"tệp chữ gõ bằng bảng mã cũ {old}",
            "Chuyển sang Unicode (công cụ chuyển mã của UniKey) rồi lưu lại",
        )
    if found is None or "\0" in found:
        return "", ""
    text = found.lstrip().lower()
    if text.startswith("<?xml") and "schemas-microsoft-com:office:spreadsheet" in text:
        return "bảng tính XML của Excel 2003", _SAVE_AGAIN
    if text.startswith("<?xml") and "schemas.microsoft.com/office" in text:
        return "văn bản XML của Word", _SAVE_AGAIN
    if text.startswith(("<!doctype html", "<html", "<table", "<head", "<meta", "<style")) or "<html" in text[:1000]:
        return "trang HTML (nhiều phần mềm xuất bảng HTML mà đặt tên .xls, .doc)", _SAVE_AGAIN
    if text.startswith("mime-version:"):
        return "trang web lưu một tệp (MHTML)", _SAVE_AGAIN
    if text.startswith("<<<<<<<") and marked_line(text):
        return CONFLICT
    if text.startswith("<"):
        return "tệp XML", _SAVE_AGAIN
    if text.startswith(("{", "[")):
        return "tệp JSON", "JSON nhập bằng loại nguồn national-api, national-flat hoặc national-catalogue"
    if _is_csv([line for line in text.split("\n") if line.strip()]):
        return "tệp CSV", _SAVE_AGAIN
    return "tệp chữ", _SAVE_AGAIN


def _is_csv(lines: list[str]) -> bool:
    """True if most of the first lines have the same separator at least twice, or the first names it (“sep=;”); a title
    above the header has none."""
    if lines and lines[0].startswith("sep=") and len(lines[0].strip()) == 5:
        return True
    first = lines[:30]
    return any(2 * sum(line.count(mark) >= 2 for line in first) >= len(first) > 0 for mark in ",;\t|")
