"""Guards before an XLSX or DOCX is opened: passwords, macros, zip bombs, absurd claims. Raises ImportRefused."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from generator.importing.imported import ImportRefused

MAX_PART = 120_000_000  # one XML part, unpacked
MAX_TOTAL = 300_000_000
MAX_RATIO = 300
MAX_PARTS = 4_000
MAX_MERGED_CELLS = 200_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MERGE = re.compile(rb'<mergeCell[^>]*ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"')


def guard(file: Path) -> None:
    """Refuse what must not be opened; return quietly when the file is an ordinary office document."""
    try:
        with file.open("rb") as stream:
            head = stream.read(8)
        if head == OLE:
            raise ImportRefused(_ole(file))
        with zipfile.ZipFile(file) as archive:
            _guard_sizes(file, archive)
            _guard_macros(file, archive)
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".rels")):
                    _guard_part(file, archive, info)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise ImportRefused(f"{file}: không phải tệp .xlsx/.docx nguyên vẹn. Mở bằng Excel/Word rồi lưu lại.") from None
    except OSError as error:
        raise ImportRefused(f"{file}: không đọc được: {error.strerror or error}.") from None


def _ole(file: Path) -> str:
    # An encrypted XLSX/DOCX is an OLE container with a stream of this name (UTF-16).
    encrypted = "EncryptedPackage".encode("utf-16-le") in file.read_bytes()[:2_000_000]
    if encrypted:
        return f"{file}: tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu (Tệp → Thông tin → Bảo vệ) rồi lưu lại."
    return f"{file}: tệp Excel/Word kiểu cũ (.xls, .doc). Lưu lại thành .xlsx hoặc .docx rồi nhập."


def _guard_sizes(file: Path, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    # zipfile never unpacks more than the size a part claims, so checking the claims is enough.
    too_big = any(info.file_size > MAX_PART for info in infos) or total > MAX_TOTAL or len(infos) > MAX_PARTS
    if too_big or (total > 10_000_000 and total / packed > MAX_RATIO):
        raise ImportRefused(
            f"{file}: tệp bung ra quá lớn ({total:,} byte), có thể là tệp phá hoại. Không nhập.".replace(",", ".")
        )


def _guard_macros(file: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in types:
        raise ImportRefused(
            f"{file}: tệp có macro nên không được mở. Lưu lại thành .xlsx hoặc .docx (không macro) rồi nhập."
        )


def _guard_part(file: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    data = archive.read(info)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise ImportRefused(f"{file}: phần {info.filename} có khai báo DOCTYPE, tệp không bình thường. Không nhập.")
    merged = sum(_area(match) for match in _MERGE.finditer(data))
    if merged > MAX_MERGED_CELLS:
        raise ImportRefused(
            f"{file}: gộp {merged:,} ô, nhiều hơn mọi bảng thật. Bỏ gộp ô thừa rồi lưu lại.".replace(",", ".")
        )


def _area(match: re.Match[bytes]) -> int:
    left, top, right, bottom = match.groups()
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
