"""Safety checks before an XLSX or DOCX is read: real file type, passwords, macros, zip bombs, XML bombs.

Every XML part is streamed once and measured, so the memory that the readers use later is bounded by the limits here.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.parsers import expat

from generator.importing.draft_record import ImportRefused
from generator.importing.input_file import HEAD, OLE, ZIP, kind_of, open_regular
from generator.io.causes import cause_of

MAX_PART = 120_000_000  # one XML part, unpacked
MAX_TOTAL = 300_000_000
MAX_RATIO = 300
MAX_PARTS = 4_000
MAX_MERGED_CELLS = 200_000
# Element limit by part name, first match wins: sheets are read row by row, other parts are loaded whole.
MAX_ELEMENTS = (
    ("worksheets/", 6_000_000),
    ("sharedstrings", 600_000),
    (".rels", 50_000),
    ("word/", 2_000_000),
    ("", 300_000),
)
MAX_DEPTH = 200  # Word and Excel write about 20 levels, a nested table some ten more
CHUNK = 1 << 20
BAD_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_BINARY = "đây là bảng tính nhị phân .xlsb. Lưu lại thành .xlsx rồi nhập."  # its type always says macroEnabled
_MACRO = "tệp có macro nên không được mở. Lưu lại thành .xlsx hoặc .docx (không macro) rồi nhập."
_ONLY = "danh mục chỉ đọc được .xlsx, .docx, .csv, .html và .pdf có chữ"
_SAVE_AS = "Lưu lại thành .xlsx hoặc .docx"
_OTHER_OFFICE = {
    "ms-excel.sheet.binary": "bảng tính nhị phân .xlsb", "presentationml": "bản trình chiếu PowerPoint",
    "opendocument.spreadsheet": "bảng tính OpenDocument (.ods)", "opendocument.text": "văn bản OpenDocument (.odt)",
    "epub+zip": "sách điện tử EPUB",
}  # fmt: skip


@dataclass(slots=True)
class Package:
    """An Office file that passed the checks. kind: "sheet" or "document"; main: the name of its main part."""

    file: Path
    archive: zipfile.ZipFile
    kind: str
    main: str

    @property
    def stream(self) -> IO[bytes]:
        """The open file, for a reader that unzips it itself."""
        assert self.archive.fp is not None
        return self.archive.fp

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None when it does not exist."""
        return self.archive.read(name) if name in self.archive.NameToInfo else None

    def links(self, name: str) -> dict[str, str]:
        """The addresses outside the file that the part `name` refers to, by the identifier of the relation."""
        folder, _, base = name.rpartition("/")
        relations = _every_relation(self.archive, f"{folder}/_rels/{base}.rels".lstrip("/"))
        external = [one for one in relations if one.get("TargetMode") == "External"]
        return {one.get("Id", ""): one.get("Target", "") for one in external if "hyperlink" in one.get("Type", "")}

    def related(self, suffix: str) -> str:
        """The name of the part related to the main part by a relation whose type ends in `suffix`, or ""."""
        folder, _, name = self.main.rpartition("/")
        relations = _relations(self.archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
        target = next((target for kind, target in relations if kind.endswith(suffix)), "")
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if target else ""


@contextmanager
def open_archive(file: Path) -> Iterator[Package]:
    """Open `file` as a checked Office package. Raises ImportRefused (one sentence) when it must not be read."""
    with open_regular(file) as stream:
        head = stream.read(HEAD)
        if head.startswith(OLE):
            raise ImportRefused(_ole(file, head + stream.read(2_000_000)))
        if not head.startswith(ZIP):
            what, way = kind_of(head)
            named = f"đây là {what}" if what else "không nhận ra là tệp gì, có thể đã hỏng"
            raise ImportRefused(f"{file}: {named}, mà {_ONLY}. {way or _SAVE_AS}.")
        try:
            archive = zipfile.ZipFile(stream)
            package = _guarded(file, archive)
        except BAD_ZIP:
            raise ImportRefused(
                f"{file}: không phải tệp .xlsx/.docx nguyên vẹn. Mở bằng Excel/Word rồi lưu lại."
            ) from None
        except OSError as error:
            raise ImportRefused(f"{file}: không đọc được: {cause_of(error)}.") from None
        with archive:
            yield package


def _guarded(file: Path, archive: zipfile.ZipFile) -> Package:
    _guard_sizes(file, archive)
    names = archive.namelist()
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in types:
        raise ImportRefused(f"{file}: {_BINARY if b'ms-excel.sheet.binary' in types else _MACRO}")
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels")):
            _Part(file, info.filename).scan(archive.open(info))
    main = next(
        (target for kind, target in _relations(archive, "_rels/.rels") if kind.endswith("/officeDocument")), ""
    ).lstrip("/")
    if main in names and main.startswith("xl/") and not main.endswith(".bin"):
        return Package(file, archive, "sheet", main)
    if main in names and b"wordprocessingml" in types:
        return Package(file, archive, "document", main)
    if main in names and b"spreadsheetml" in types:
        return Package(file, archive, "sheet", main)
    declared = types.decode("utf-8", "replace") + _text(archive, "mimetype")
    what = next((words for mark, words in _OTHER_OFFICE.items() if mark in declared), "")
    if not what:
        what = "tệp Office hỏng (thiếu phần chính)" if types else f"tệp zip thường ({', '.join(names[:3])[:120]})"
    raise ImportRefused(f"{file}: đây là {what}, mà {_ONLY}. {_SAVE_AS}.")


def legacy_format(file: Path) -> str:
    """“document” or “sheet” for a Word or Excel file of the old kind without a password, else ""."""
    with open_regular(file) as stream:
        start = stream.read(HEAD + 2_000_000)
    if "EncryptedPackage".encode("utf-16-le") in start:
        return ""
    if "WordDocument".encode("utf-16-le") in start:
        return "document"
    return "sheet" if "Workbook".encode("utf-16-le") in start else ""


def _ole(file: Path, start: bytes) -> str:
    # An encrypted XLSX or DOCX is an OLE container with a stream of this name (UTF-16).
    if "EncryptedPackage".encode("utf-16-le") in start:
        return f"{file}: tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu (Tệp → Thông tin → Bảo vệ) rồi lưu lại."
    word = "WordDocument".encode("utf-16-le") in start
    excel = "Workbook".encode("utf-16-le") in start
    what = "Word kiểu cũ (.doc)" if word else "Excel kiểu cũ (.xls)" if excel else "Excel/Word kiểu cũ (.xls, .doc)"
    return f"{file}: tệp {what}. Lưu lại thành .xlsx hoặc .docx rồi nhập."


def _guard_sizes(file: Path, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    too_big = any(info.file_size > MAX_PART for info in infos) or total > MAX_TOTAL or len(infos) > MAX_PARTS
    if too_big or (total > 10_000_000 and total / packed > MAX_RATIO):
        raise ImportRefused(
            f"{file}: tệp bung ra quá lớn ({total:,} byte), có thể là tệp phá hoại. Không nhập.".replace(",", ".")
        )
    # zipfile limits the size of each read for these two methods only, and Office writes no others.
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise ImportRefused(f"{file}: nén theo cách mà Excel, Word không dùng. Mở bằng Excel/Word rồi lưu lại.")


class _Part:
    """Streams one XML part and checks its size, element count, depth and merged cells; refuses a DOCTYPE."""

    def __init__(self, file: Path, name: str) -> None:
        self._file, self._name = file, name
        self._max_elements = next(limit for mark, limit in MAX_ELEMENTS if mark in name.lower())
        self._elements = self._depth = self._merged = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = False
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype

    def scan(self, stream: IO[bytes]) -> None:
        """Read the whole part in chunks. Raises ImportRefused for anything that no Office program writes."""
        size = 0
        with stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > MAX_PART:
                    self._refuse("bung ra quá lớn")
                if len(chunk) == CHUNK and b">" not in chunk:  # a single tag or text node of over a million characters
                    self._refuse("bung ra quá lớn (một thẻ, một đoạn chữ dài hơn 1 MB)")
                self._feed(chunk, False)
            self._feed(b"", True)

    def _feed(self, chunk: bytes, last: bool) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            self._refuse(f"không đọc được: XML viết sai ở dòng {error.lineno} ({expat.ErrorString(error.code)})")

    def _start(self, name: str, attributes: list[str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > self._max_elements:
            self._refuse(f"bung ra quá lớn: hơn {self._max_elements:,} thẻ".replace(",", "."))
        if self._depth > MAX_DEPTH:
            self._refuse(f"lồng quá sâu (hơn {MAX_DEPTH} tầng)")
        if name.endswith("mergeCell"):
            pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self._merged += _area(pairs.get("ref", ""))
            if self._merged > MAX_MERGED_CELLS:
                self._refuse(f"gộp {self._merged:,} ô, nhiều hơn mọi bảng thật".replace(",", "."))

    def _end(self, name: str) -> None:
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        self._refuse("có khai báo DOCTYPE, tệp không bình thường")

    def _refuse(self, reason: str) -> None:
        raise ImportRefused(f"{self._file}: phần {self._name} {reason}. Mở bằng Excel/Word rồi lưu lại.")


def _relations(archive: zipfile.ZipFile, name: str) -> list[tuple[str, str]]:
    """(type, target) of each internal relation in a .rels part, which must have been scanned before."""
    every = _every_relation(archive, name)
    return [(one.get("Type", ""), one.get("Target", "")) for one in every if one.get("TargetMode") != "External"]


def _every_relation(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    relations: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        relations.append(attributes)

    if name in archive.NameToInfo:
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.Parse(archive.read(name), True)
    return relations


def _text(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name)[:200].decode("utf-8", "replace") if name in archive.NameToInfo else ""


def _area(reference: str) -> int:
    """The number of cells in a range such as “A1:C3”; an invalid reference counts as one, the reader refuses it."""
    first, _, second = reference.replace("$", "").partition(":")
    corners = [_corner(first), _corner(second or first)]
    if None in corners:
        return 1
    (left, top), (right, bottom) = (corner for corner in corners if corner)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _corner(text: str) -> tuple[int, int] | None:
    letters, digits = text.rstrip("0123456789"), text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if letters + digits != text or not 1 <= len(letters) <= 3 or not 1 <= len(digits) <= 7:
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number, int(digits)
