"""Office files written directly: sound archives, read back by other people's libraries."""

from __future__ import annotations

import io
import zipfile
import zlib

import openpyxl
import pytest

from generator.outputs.ooxml.archive import archive, piece
from generator.outputs.ooxml.row_numbers import numbered
from generator.outputs.ooxml.sheet import Style, Worksheet, row
from generator.outputs.ooxml.workbook import workbook

TEXTS = [b"", b"a", b"Danh m\xe1\xbb\xa5c " * 5_000, bytes(range(256)) * 300, b"z"]


def book_of(*rows: bytes) -> bytes:
    sheet = Worksheet(
        "Phí, lệ phí 'A' & B", [10, 20], [piece(numbered(rows, 1))], 1, len(rows), 1, ["A2:B2"], "&C1 && 2"
    )
    return workbook("Tên & <tệp>", [sheet])


def test_an_archive_of_shared_pieces_is_sound() -> None:
    pieces = [piece(text) for text in TEXTS]
    made = archive([("một/tệp.xml", pieces), ("hai.xml", pieces[::-1]), ("rỗng.xml", [])])
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert [found.read(name) for name in found.namelist()] == [b"".join(TEXTS), b"".join(TEXTS[::-1]), b""]


def test_a_damaged_archive_is_noticed() -> None:
    """The checksum is that of the text: it is not enough that the pieces unpack."""
    wrong = piece(TEXTS[2])._replace(crc=zlib.crc32(b"khac"))
    with zipfile.ZipFile(io.BytesIO(archive([("a", [piece(b"x"), wrong])]))) as found:
        assert found.testzip() == "a"


def test_a_sheet_is_read_back_with_its_settings() -> None:
    made = book_of(row(["Mã", "Tên"], Style.HEAD), row(["1.000110", None], Style.BODY), row([3, True], Style.BODY))
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book.worksheets[0]
    assert [[cell.value for cell in line] for line in sheet["A1:B3"]] == [["Mã", "Tên"], ["1.000110", None], [3, "có"]]
    assert sheet["A2"].number_format == "@" and sheet["A2"].alignment.wrap_text and sheet["A1"].font.b
    assert sheet.title == "Phí, lệ phí 'A' & B" and book.properties.title == "Tên & <tệp>"
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:B3", "$1:$1")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A2:B2"]
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("text", "written"),
    [("_x0041_", "_x005F_x0041_"), ("\x01\x00\x0b", ""), ("]]>&<", "]]&gt;&amp;&lt;"), ("_xa", "_xa")],
)
def test_no_text_breaks_the_part_it_stands_in(text: str, written: str) -> None:
    with zipfile.ZipFile(io.BytesIO(book_of(row([f"a{text}b"], Style.BODY)))) as found:
        assert f">a{written}b</t>".encode() in found.read("xl/worksheets/sheet1.xml")
