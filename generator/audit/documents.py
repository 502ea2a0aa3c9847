"""Tệp để tải về, in ra phải mở được: PDF, và các tệp nén (docx, xlsx, odt, zip)."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite

ID = "KT-015"
TITLE = "Tệp PDF, tệp văn phòng hỏng"
AGAIN = "Dựng lại trang; nếu là tệp trong content/ thì chép lại tệp gốc."
ARCHIVES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip")
MAX_UNPACKED = 100_000_000  # bytes unpacked per file: more would not reveal more damage
END = 1024  # PDF readers look for the header and the end mark within this many bytes
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
SECTION = re.compile(rb"\s*(\d+)\s+(\d+)\s*?[\r\n]+")
ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
OBJECT = re.compile(rb"\s*+(\d++)\s++(\d++)\s++obj\b")
BEFORE = re.compile(rb"/Prev\s+(\d+)")
STREAM = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(?=[/>])")


class Damaged(Exception):
    """A damaged file; the message says how."""


def check_file(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    """Every PDF against its cross-reference tables, every archive against its checksums."""
    kind = name.lower()
    try:
        if kind.endswith(".pdf"):
            _pdf((site.folder / name).read_bytes())
        elif kind.endswith(ARCHIVES):
            _archive(site, name)
    except Damaged as damage:
        yield AuditFinding(name, (1, 1), f"tệp hỏng, người dân không mở được: {damage}", AGAIN)


def _archive(site: BuiltSite, name: str) -> None:
    try:
        with zipfile.ZipFile(site.folder / name) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_UNPACKED:
                return
            bad = archive.testzip()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error, NotImplementedError, RuntimeError):
        raise Damaged("không phải tệp nén đọc được") from None
    if bad is not None:
        raise Damaged(f"phần “{bad if bad.isprintable() else '?'}” không khớp mã kiểm tra")


def _pdf(data: bytes) -> None:
    """Check the header, the end mark, and the position of every object in the cross-reference tables. Raises
    Damaged."""
    begin = data.find(b"%PDF-", 0, END)
    if begin < 0:
        raise Damaged("không có phần đầu của tệp PDF")
    data = data[begin:]
    if b"%%EOF" not in data[-END:]:
        raise Damaged("tệp PDF bị cắt ngang, không có phần cuối")
    starts = START.findall(data[-2 * END :])
    if not starts:
        raise Damaged("không có chỗ ghi bảng mục lục của tệp PDF")
    whole = b"/Encrypt" not in data
    at, seen, left = int(starts[-1]), set[int](), MAX_UNPACKED
    while at not in seen:
        seen.add(at)
        before, objects = _table(data, at)
        for number, generation, place in objects:
            begun = OBJECT.match(data, place)
            if not begun or (int(begun[1]), int(begun[2])) != (number, generation):
                raise Damaged(f"phần {number} không ở chỗ mà mục lục của tệp PDF ghi")
            if whole and left > 0:
                left -= _stream(data, place, number)
        at = at if before is None else before


def _table(data: bytes, at: int) -> tuple[int | None, list[tuple[int, int, int]]]:
    """Parse the cross-reference table at `at`: (offset of the previous table, if any; (number, generation, offset) of
    its objects). For a compressed table (PDF 1.5) only checks that it exists."""
    if not data.startswith(b"xref", at):
        if not OBJECT.match(data, at) or b"/XRef" not in data[at : at + 2048]:
            raise Damaged("không có bảng mục lục ở chỗ mà tệp PDF ghi")
        return None, []
    objects, place = [], at + len(b"xref")
    while section := SECTION.match(data, place):
        first, count, place = int(section[1]), int(section[2]), section.end()
        for number in range(first, first + count):
            entry = ENTRY.match(data, place)
            if not entry:
                raise Damaged("bảng mục lục của tệp PDF bị hỏng")
            if entry[3] == b"n":
                objects.append((number, int(entry[2]), int(entry[1])))
            place = entry.end()
            while data[place : place + 1] in (b" ", b"\r", b"\n"):
                place += 1
    end = data.find(b"startxref", place)
    trailer = data[place : end if end >= 0 else len(data)]
    if b"trailer" not in trailer or b"/Root" not in trailer:
        raise Damaged("không có phần kết của bảng mục lục PDF")
    before = BEFORE.search(trailer)
    return (int(before[1]) if before else None), objects


def _stream(data: bytes, place: int, number: int) -> int:
    """Unpack the stream of the object at `place`, if it has one with deflate compression; returns the unpacked size."""
    begin = data.find(b"stream", place, place + 4 * END)
    head = data[place:begin] if begin >= 0 else b""
    length = STREAM.search(head)
    if not length or b"endobj" in head or not FLATE.search(head):
        return 0
    begin += len(b"stream")
    begin += 2 if data[begin : begin + 2] == b"\r\n" else 1
    unpack, size = zlib.decompressobj(), 0
    rest = data[begin : begin + int(length[1])]
    try:
        while rest and not unpack.eof and size < MAX_UNPACKED:
            size += len(unpack.decompress(rest, 1_000_000))
            rest = unpack.unconsumed_tail
    except zlib.error:
        raise Damaged(f"phần {number} của tệp PDF bị thay đổi hoặc cắt ngang") from None
    if not unpack.eof and size < MAX_UNPACKED:
        raise Damaged(f"phần {number} của tệp PDF bị cắt ngang")
    return size
