"""The lists that officers post: openable, complete, with the head and foot of an administrative document."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from generator.outputs.exports.office_lists import files
from tests.outputs.open_data.conftest import fresh_catalogue
from tests.support.real_content import real_catalogue

pytestmark = pytest.mark.slow

HEADINGS = ["STT", "Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Thời hạn", "Phí, lệ phí", "Nộp trực tuyến"]


@pytest.fixture(scope="module")
def lists() -> dict[str, bytes]:
    return dict(files(real_catalogue()))


def test_every_unit_with_a_desk_has_both_lists(lists: dict[str, bytes]) -> None:
    catalogue = real_catalogue()
    units = [unit.slug for unit in catalogue.units.values() if unit.has_desk and unit.procedures]
    assert len(units) == 24
    wanted = {f"don-vi/{slug}/thu-tuc/danh-muc.{suffix}" for slug in units for suffix in ("docx", "xlsx")}
    assert set(lists) == wanted


def test_the_word_list_is_an_administrative_document(lists: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(lists["don-vi/an-thanh/thu-tuc/danh-muc.docx"]))
    head, table, foot = document.tables
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head.rows[0].cells[1].text
    assert head.rows[0].cells[0].text.splitlines() == ["ỦY BAN NHÂN DÂN", "XÃ AN THANH", "Số: ……/……"]
    assert [cell.text for cell in table.rows[0].cells] == HEADINGS
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader"), "the heading row repeats on each page"
    unit = real_catalogue().units["an-thanh"]
    assert [row.cells[1].text for row in table.rows[1:]] == [view.code for view in unit.procedures]
    assert "CHỦ TỊCH" in foot.rows[0].cells[1].text
    assert "Bản 31/12/2023" in document.sections[0].footer.paragraphs[0].text


def test_the_workbook_says_the_same(lists: dict[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(lists["don-vi/an-thanh/thu-tuc/danh-muc.xlsx"])).worksheets[0]
    assert [cell.value for cell in sheet[8]] == HEADINGS and sheet.freeze_panes == "A9"
    assert sheet.print_title_rows == "$8:$8" and sheet["B9"].data_type == "s"
    codes = [sheet.cell(row, 2).value for row in range(9, 9 + len(real_catalogue().units["an-thanh"].procedures))]
    assert codes == [view.code for view in real_catalogue().units["an-thanh"].procedures]


def test_a_doubtful_fee_is_marked_and_the_mark_is_explained(lists: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(lists["don-vi/an-thanh/thu-tuc/danh-muc.docx"]))
    row = next(row for row in document.tables[1].rows if row.cells[1].text == "2.000635")
    assert row.cells[5].text.endswith("(?)")
    assert any(paragraph.text.startswith("(?) Chưa xác nhận") for paragraph in document.paragraphs)


def test_the_numbers_and_the_head_are_the_units_own(lists: dict[str, bytes]) -> None:
    """Units of a kind share their rows; the head, the numbers and what stands below are right in each list."""
    for slug, name in (("an-thanh", "XÃ AN THANH"), ("tu-ky", "HUYỆN TỨ KỲ")):
        unit = real_catalogue().units[slug]
        document = docx.Document(io.BytesIO(lists[f"don-vi/{slug}/thu-tuc/danh-muc.docx"]))
        assert document.tables[0].rows[0].cells[0].text.splitlines()[1] == name
        assert [row.cells[0].text for row in document.tables[1].rows[1:]] == [
            str(number) for number in range(1, len(unit.procedures) + 1)
        ]
        assert document.tables[1].rows[1].cells[0].paragraphs[0].style.name == "CellCentred"
        sheet = openpyxl.load_workbook(io.BytesIO(lists[f"don-vi/{slug}/thu-tuc/danh-muc.xlsx"])).worksheets[0]
        last = 8 + len(unit.procedures)
        assert sheet["A2"].value == name and sheet["D2"].value == "Độc lập - Tự do - Hạnh phúc"
        assert [sheet.cell(row, 1).value for row in (9, last)] == ["1", str(len(unit.procedures))]
        assert sheet.cell(last + 1, 1).value.startswith("(?)") and sheet.cell(last + 3, 4).value.startswith("TM. ")
        assert sheet.auto_filter.ref == f"A8:G{last}" and sheet.oddFooter.center.text == "Bản 31/12/2023, trang &P/&N"


def test_the_same_content_gives_the_same_bytes(lists: dict[str, bytes]) -> None:
    assert dict(files(fresh_catalogue())) == lists
