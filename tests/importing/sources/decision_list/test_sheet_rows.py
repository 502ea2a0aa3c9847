"""XLSX lists: every type of cell is read as shown or named with its address; nothing is cut without a word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importing.sources.decision_list.sheet_values import unescape, value_of
from tests.importing.office import TITLES, edited, imported, xlsx

SHEET = "xl/worksheets/sheet1.xml"


def put(address: str, value: Any, number_format: str = "", **font: Any) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        from openpyxl.styles import Font

        sheet[address] = value
        if number_format:
            sheet[address].number_format = number_format
        if font:
            sheet[address].font = Font(**font)

    return change


@pytest.mark.parametrize(
    ("value", "number_format", "shown", "named"),
    [
        (dt.timedelta(days=5), "", "120:00", True), (dt.timedelta(minutes=90), "[h]:mm", "1:30", True), (dt.timedelta(days=-1), "", "-24:00", True),  # noqa: E501
        (dt.time(8), "", "08:00", True), (dt.datetime(2023, 3, 5), "", "05/03/2023", False),
        (dt.datetime(2023, 3, 5, 7, 30), "", "07:30 05/03/2023", False), (dt.date(2023, 3, 5), "", "05/03/2023", False),
        (True, "", "TRUE", False), (0.5, "0%", "50%", False), (0.125, "0.0%", "12,5%", False), (12.5, "0.0", "12,5", False),  # noqa: E501
        (5, '0" ngày làm việc"', "5 ngày làm việc", False), (5, '00" ngày"', "05 ngày", False), (7, 'General" giờ"', "7 giờ", False),  # noqa: E501
        (7, r'"trong "0\ \n\g\à\y', "trong 7 ngày", False), (2.5, "0.###", "2,5", False),
        (1.5, '0.0" ngày"', "1,5 ngày", False), (1.25, "", "1,25", False),
        ("#N/A", "", None, True), ("#NAME?", "", None, True), ("=1+1", "", None, True), ("=NA()", "", None, True),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_shown_or_named(
    tmp_path: Path, value: Any, number_format: str, shown: str | None, named: bool
) -> None:
    records, warnings = imported(xlsx(tmp_path, put("E3", value, number_format)))
    assert [one.code for one in records] == ["9.100001", "9.100002", "9.100003"]
    limit = records[1].data.get("thoi_han_giai_quyet")
    said = None if limit is None else limit.get("nguyen_van") or f"{limit['so']} {limit['don_vi']}"
    assert said == {"05 ngày": "5 ngày", "trong 7 ngày": "7 ngày"}.get(str(shown), shown)
    assert ("E3" in warnings) == named
    assert "1900" not in str(records[1].data)


@pytest.mark.parametrize("raw", ["<v>1e999</v>", f"<v>{'9' * 100_000}</v>", "<v>NaN</v>", "<v>abc</v>", '<v>1</v><f>A1</f>',  # noqa: E501
                                 "<v></v><f>A1</f>", "<is/>"])  # fmt: skip
@pytest.mark.parametrize("kind", ["n", "s", "b", "d", "e", "str", "lạ"])
def test_damaged_cells_never_end_in_a_traceback(tmp_path: Path, raw: str, kind: str) -> None:
    def edit(xml: bytes) -> bytes:
        cell = f'<row r="9"><c r="E9" t="{kind}" s="0">{raw}</c></row><row r="10"><c r="E10" s="999999"><v>1</v></c></row></sheetData>'  # noqa: E501
        return xml.replace(b"</sheetData>", cell.encode())

    records, warnings = imported(edited(xlsx(tmp_path), SHEET, edit, "hong.xlsx"))
    assert len(records) == 3
    assert "E10" in warnings


@pytest.mark.parametrize("column", ["B", "C", "E"])
@pytest.mark.parametrize("error", ["#NAME?", "#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
def test_an_error_is_no_name_no_code_and_no_limit(tmp_path: Path, column: str, error: str) -> None:
    records, warnings = imported(xlsx(tmp_path, put(f"{column}3", error)))
    assert error not in str([one.data for one in records])
    assert error in warnings and f"{column}3" in warnings
    assert len(records) == (2 if column == "C" else 3)


def test_a_formula_without_a_result_is_called_one(tmp_path: Path) -> None:
    records, warnings = imported(xlsx(tmp_path, put("C3", '="Cấp giấy "&"mẫu hai"')))
    assert [one.code for one in records] == ["9.100001", "9.100003"]
    assert "dòng 3 (Sheet): không lấy được tên thủ tục (công thức" in warnings and "C3" in warnings


def test_escapes_of_the_file_format_become_characters(tmp_path: Path) -> None:
    escaped = "Cấp giấy_x000D_\nmẫu hai"
    file = edited(
        xlsx(tmp_path, put("C3", "MẪU")),
        SHEET,
        lambda xml: xml.replace("MẪU".encode("ascii", "xmlcharrefreplace"), escaped.encode()),
        "x.xlsx",
    )
    assert imported(file)[0][1].name == "Cấp giấy mẫu hai"
    assert unescape("_x005F_x000D_") == "_x000D_"
    assert unescape("_xD83D__xDE00_") == "\U0001f600"


def test_codes_as_excel_shows_them(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["B2"], sheet["B3"], sheet["B4"] = 2.00095, 2.000816, 1.0001
        sheet["B3"].number_format = "0.000000"

    assert [one.code for one in imported(xlsx(tmp_path, change))[0]] == ["2.000950", "2.000816", "1.000100"]


def test_a_row_struck_through_is_reported_and_struck_words_are_left_out(tmp_path: Path) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    def change(sheet: Any) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)
        sheet["C4"] = CellRichText("Cấp giấy mẫu ba", TextBlock(InlineFont(strike=True), " (cũ)"))

    records, warnings = imported(xlsx(tmp_path, change))
    assert [one.name for one in records] == ["Cấp giấy mẫu 1", "Cấp giấy mẫu ba"]
    assert "dòng 3 (Sheet): dòng bị gạch ngang" in warnings and "Cấp giấy mẫu 2" in warnings
    assert "không nhập: (cũ)" in warnings


@pytest.mark.parametrize(
    ("text", "font", "kinds"),
    [("ü", "Wingdings", 2), ("\uf0fc", "Wingdings", 2), ("P", "Wingdings 2", 2), ("a", "Webdings", 2), ("þ", "wingdings", 2),  # noqa: E501
     (True, "Arial", 2), ("x", "Arial", 2), ("o", "Wingdings", 0), ("û", "Wingdings", -1), ("ü", "Arial", -1), ("J", "Wingdings", -1)],  # noqa: E501
)  # fmt: skip
def test_signs_of_symbol_fonts(tmp_path: Path, text: Any, font: str, kinds: int) -> None:
    def change(sheet: Any) -> None:
        for address in ("F3", "H3"):
            put(address, text, name=font)(sheet)

    titles = (*TITLES[:5], "Trực tiếp", "BCCI", "Trực tuyến")
    records, _ = imported(xlsx(tmp_path, change, titles))
    assert len(records[1].data.get("cach_thuc_thuc_hien", [])) == max(kinds, 0)
    assert any(key == "cach_thuc_thuc_hien" for key, _ in records[1].doubts) == (kinds < 0)


def test_what_is_hidden_aside_or_without_a_place_is_reported(tmp_path: Path) -> None:
    from openpyxl.comments import Comment

    def change(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet["G1"], sheet["G2"], sheet["H2"] = "Cột lạ", "điều lạ", "không có tiêu đề"
        sheet["CD2"] = "xa"
        sheet["C4"].comment = Comment("xem lại", "ai")
        other = sheet.parent.create_sheet("Nháp")
        other.append(["chỉ", "là", "nháp"])
        sheet.parent.create_sheet("Ẩn").sheet_state = "hidden"

    records, warnings = imported(xlsx(tmp_path, change))
    assert [one.code for one in records] == ["9.100001", "9.100003"]
    assert records[0].data["ghi_chu_nguon"] == ["Cột lạ: điều lạ", "Cột 8 ở danh mục: không có tiêu đề"]
    for words in ("1 dòng ẩn", "cột ẩn (D)", "“Cột lạ”, cột 8", "CD2", "ghi chú gắn vào ô", "1 dòng không có dòng tiêu đề",  # noqa: E501
                  "chỉ | là | nháp", "trang tính ẩn “Ẩn”"):  # fmt: skip
        assert words in warnings, words


def test_each_sheet_stands_for_itself_and_its_name_counts(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.title = "Bãi bỏ"
        other = sheet.parent.create_sheet("Cấp xã")
        other.append(TITLES)
        other.append([1, "9.100004", "Cấp giấy mẫu 4", "Hộ tịch", 7, "Không"])
        other["E1"] = "Thời gian giải quyết (ngày làm việc)"

    records, _ = imported(xlsx(tmp_path, change))
    assert [one.state for one in records] == ["abolished"] * 3 + [""]
    assert records[3].data["cap_thuc_hien"] == ["cấp xã"]
    assert records[3].data["thoi_han_giai_quyet"] == {"so": 7, "don_vi": "ngày làm việc"}


def test_a_title_over_the_whole_width_is_no_part_of_the_header_and_a_second_header_counts(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    merged = ["A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", *[None] * 5]
    two_rows = ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Cách thức thực hiện", None, "Lĩnh vực"]
    for cells in (
        merged, two_rows, [None, None, None, "Trực tiếp", "Trực tuyến", None], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],  # noqa: E501
        [1, "9.100001", "Cấp giấy mẫu 1", "x", None, "Hộ tịch"], two_rows, [2, "9.100002", "Cấp giấy mẫu 2", None, "x", "Hộ tịch"],  # noqa: E501
        ["B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ", *[None] * 5],
        ["STT", "Tên thủ tục hành chính", "Mã TTHC", "Tên văn bản quy định việc bãi bỏ", "Cơ quan thực hiện", None],
        [1, "Cấp giấy mẫu 3", "9.100003", "Nghị định số 87/2020/NĐ-CP", "UBND cấp xã", None],
    ):  # fmt: skip
        sheet.append(cells)
    for area in ("A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "A8:F8"):
        sheet.merge_cells(area)
    book.save(tmp_path / "hai-phan.xlsx")
    one, two, three = imported(tmp_path / "hai-phan.xlsx")[0]
    assert [item["hinh_thuc_nop"] for item in one.data["cach_thuc_thuc_hien"]] == ["trực tiếp"]
    assert [item["hinh_thuc_nop"] for item in two.data["cach_thuc_thuc_hien"]] == ["trực tuyến"]
    assert (three.code, three.name, three.state) == ("9.100003", "Cấp giấy mẫu 3", "abolished")
    assert three.data["bai_bo"] == {"van_ban": "87/2020/NĐ-CP"}


def test_values_of_columns_that_end_a_procedure(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["G1"], sheet["H1"] = "Trạng thái", "Ghi chú"
        sheet["G2"], sheet["G3"], sheet["H4"] = "Hết hiệu lực", "Đã công khai", "Bãi bỏ từ 01/01/2023"

    records, _ = imported(xlsx(tmp_path, change))
    assert [one.state for one in records] == ["abolished", "", "abolished"]
    assert records[2].data["bai_bo"] == {"van_ban": "chưa rõ", "ngay": dt.date(2023, 1, 1)}


def test_a_number_of_another_system_is_no_code(tmp_path: Path) -> None:
    records, _ = imported(xlsx(tmp_path, put("B3", 23604)))
    assert records[1].code == ""
    assert "Mã ở danh mục viết là “23604”." in records[1].data["ghi_chu_nguon"]


def test_any_value_of_any_type_has_an_answer() -> None:
    for value in (
        None,
        "",
        0,
        -1.5,
        float("nan"),
        float("inf"),
        10**500,
        1e300,
        dt.time(),
        dt.timedelta(999_999),
        [],
        object(),
        b"x",
        1j,
    ):
        for kind in ("n", "s", "d", "e", "f", "b", "unreadable"):
            made = value_of(value, kind, None, "")
            assert made.text or made.fault or value in (None, "") or value == [], (value, kind)


def test_a_raised_mark_in_a_cell_is_no_figure_of_the_number_before_it(tmp_path: Path) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def change(sheet: Any) -> None:
        sheet["F2"] = CellRichText("50.000", TextBlock(InlineFont(vertAlign="superscript"), "1"))

    assert imported(xlsx(tmp_path, change))[0][0].data["phi_le_phi"] == [{"nguyen_van": "50.000¹"}]
