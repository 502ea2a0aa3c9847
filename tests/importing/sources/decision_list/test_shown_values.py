"""Cells are read as people see them: number formats, superscripts, strokes, style sheets. Each value here was another
one before, or was taken for in force although struck through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font

from generator.importing import text_cleaning
from generator.importing.sources.decision_list.html_tags import classes_of
from generator.importing.sources.decision_list.number_format import format_of, shown_text
from generator.importing.sources.decision_list.sheet_values import value_of
from tests.importing.office import TITLES, docx, imported, record, run, table, xlsx

RAISED = InlineFont(vertAlign="superscript")
STRUCK = InlineFont(strike=True)


def put(**values: Any) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        for address, value in values.items():
            sheet[address] = value

    return change


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (50_000, '#,##0," nghìn đồng"', "50 nghìn đồng"),
        (50_500, '#,##0," nghìn đồng"', "50,5 nghìn đồng"),
        (1_500_000, '0.0,," triệu đồng"', "1,5 triệu đồng"),
        (0, '#,##0;-#,##0;"Miễn phí"', "Miễn phí"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "0"),
        (-3, '0" ngày";"âm "0', "âm -3"),
        (50, '[>=1000]#,##0" đồng";[<1000]0" nghìn đồng"', "50 nghìn đồng"),
        (50_000, '[>=1000]#,##0" đồng";[<1000]0" nghìn đồng"', "50000 đồng"),
        (5, '[<3]"nhanh";0" ngày"', "5 ngày"),
        (7, '0"; tối đa"', "7; tối đa"),
        (20_000, "#,##0₫", "20000₫"),
        (5, '0" ngày làm việc"', "5 ngày làm việc"),
    ],
)
def test_a_number_is_shown_by_its_section(value: float, number_format: str, shown: str) -> None:
    assert value_of(value, "n", None, number_format)[::3] == (shown, "")


def test_conditions_that_none_fulfils() -> None:
    assert format_of(7, "[<1]0;[<2]0.0").section == "[<2]0.0"


@pytest.mark.parametrize(
    ("text", "number_format", "shown"),
    [
        ("Không", '"Lệ phí: "@', "Lệ phí: Không"),
        ("Không", "General", "Không"),
        ("Không", "0;0;0;@", "Không"),
        ("Không", '0;-0;"không"', "Không"),
        ("Không", ";;;", ""),
    ],
)
def test_a_text_with_what_its_format_prints(text: str, number_format: str, shown: str) -> None:
    assert shown_text(text, number_format) == shown


def test_a_value_that_the_format_hides_is_read_and_named(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["C3"].number_format = sheet["F3"].number_format = ";;;"
        sheet["F3"] = 50_000

    records, warnings = imported(xlsx(tmp_path, change))
    assert records[1].name == "Cấp giấy mẫu 2" and "C3 (Cấp giấy mẫu 2)" in warnings and "F3 (50000)" in warnings


@pytest.mark.parametrize("value", [True, 12345, "08:00", "Có"])
def test_a_value_of_another_cell_is_no_name(tmp_path: Path, value: Any) -> None:
    records, warnings = imported(xlsx(tmp_path, put(C3=value)))
    assert [one.code for one in records] == ["9.100001", "9.100003"]
    assert "không lấy được tên thủ tục (ô ghi" in warnings


def test_false_is_no_fee_that_is_free(tmp_path: Path) -> None:
    assert imported(xlsx(tmp_path, put(F3=False)))[0][1].data["phi_le_phi"] == [{"nguyen_van": "FALSE"}]


NOTED = {"nguyen_van": "05¹ ngày làm việc"}


def test_a_raised_digit_is_no_digit_of_the_number_before_it(tmp_path: Path) -> None:
    rich = CellRichText("05", TextBlock(RAISED, "1"), " ngày làm việc")
    assert imported(xlsx(tmp_path, put(E3=rich)))[0][1].data["thoi_han_giai_quyet"] == NOTED
    up = '<w:vertAlign w:val="superscript"/>'
    rows = record(1), record(2, run("Cấp giấy dưới 100m") + run("2", up))
    assert imported(docx(tmp_path, table(*rows)))[0][1].name == "Cấp giấy dưới 100m²"
    for mark in ("<sup>1</sup>", "<span class=x>1</span>", "<span style='vertical-align: super'>1</span>"):
        html = page(tmp_path, limit=f"05{mark} ngày làm việc")
        assert imported(html)[0][0].data["thoi_han_giai_quyet"] == NOTED
    assert text_cleaning.text("05<sup>1</sup> ngày") == "05¹ ngày"


def page(folder: Path, name: str = "Cấp giấy", limit: str = "05 ngày làm việc", row: str = "") -> Path:
    file = folder / "trang.html"
    head = "".join(f"<th>{title}" for title in TITLES)
    sheet = "<style>.x, td.y {vertical-align:super}\n.bo{color:red; text-decoration:line-through}</style>"
    cells = f"<td>1<td>9.100001<td>{name}<td>Hộ tịch<td>{limit}<td>Không"
    file.write_text(f"<html><meta charset=utf-8>{sheet}<table><tr>{head}<tr {row}>{cells}</table>", "utf-8")
    return file


def test_a_class_of_the_page_strikes_through(tmp_path: Path) -> None:
    assert classes_of(".xl65{}.xl66,td.xl67{display: none}p{text-decoration:line-through}") == {
        "xl66": {"hidden"},
        "xl67": {"hidden"},
    }
    records, warnings = imported(page(tmp_path, row="class=bo"))
    assert not records and "dòng bị gạch ngang" in warnings
    more = "<tr><td>2<td>9.100002<td>Cấp thẻ</table>"  # the tags of the row before are not closed
    two = page(tmp_path, row="class=bo").read_text("utf-8").replace("</table>", more)
    (tmp_path / "trang.html").write_text(two, "utf-8")
    assert [one.name for one in imported(tmp_path / "trang.html")[0]] == ["Cấp thẻ"]
    records, warnings = imported(page(tmp_path, name="<font class='a bo'>Cấp giấy</font> Cấp thẻ"))
    assert records[0].name == "Cấp thẻ" and "chữ bị gạch ngang trong ô, không nhập: Cấp giấy" in warnings


OVERLAID = "".join(f"{letter}\u0336" for letter in "Cấp giấy mẫu hai")


@pytest.mark.parametrize(
    "name", [OVERLAID, "<s>Cấp giấy mẫu hai</s>", "<p style='text-decoration:line-through'>Cấp</p>"]
)
def test_a_stroke_within_the_text(tmp_path: Path, name: str) -> None:
    records, warnings = imported(xlsx(tmp_path, put(C3=name)))
    assert len(records) == 2 and "dòng bị gạch ngang" in warnings
    file = tmp_path / "danh-muc.csv"
    file.write_text(f"{';'.join(TITLES)}\n1;9.100001;{name.replace(';', '')};Hộ tịch;1 ngày;Không\n" * 2, "utf-8")
    records, warnings = imported(file)
    assert not records and "dòng bị gạch ngang" in warnings


@pytest.mark.parametrize(
    ("value", "text", "struck"),
    [
        ("<s>Cấp <b>giấy</b> cũ</s> mới", "mới", "Cấp giấy cũ"),
        ("<del>a<br>b</del>c", "c", "a b"),
        ("<s><s>a</s>b</s>c", "c", "a b"),
        ("<small>a</small><strong>b</strong>", "ab", ""),
        ("x ≠ y, a < s > b", "x ≠ y, a < s > b", ""),
        ("<td>Phí</td><td>50.000 đồng</td>", "Phí 50.000 đồng", ""),
    ],
)
def test_tags_in_a_text(value: str, text: str, struck: str) -> None:
    assert (text_cleaning.text(value), text_cleaning.struck(value)) == (text, struck)


def test_parts_of_a_struck_cell_that_have_a_font_of_their_own(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["C3"] = CellRichText("Cấp giấy ", TextBlock(InlineFont(b=True), "Cấp thẻ"))
        sheet["C3"].font = Font(strike=True)
        sheet["C4"] = CellRichText(TextBlock(STRUCK, "Cấp giấy "), "mẫu ba")

    records, warnings = imported(xlsx(tmp_path, change))
    assert [one.name for one in records] == ["Cấp giấy mẫu 1", "Cấp thẻ", "Mẫu ba"]
    assert "dòng 3 (Sheet): chữ bị gạch ngang trong ô, không nhập: Cấp giấy" in warnings


def test_a_condition_that_strikes_through_is_named(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        rule = FormulaRule(formula=["TRUE"], font=Font(strike=True))
        sheet.conditional_formatting.add("A3:F3", rule)
        sheet.conditional_formatting.add("A4:F4", FormulaRule(formula=["TRUE"], font=Font(bold=True)))

    records, warnings = imported(xlsx(tmp_path, change))
    assert len(records) == 3 and "gạch ngang ô trong vùng A3:F3:" in warnings


def test_a_formula_in_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "danh-muc.csv"
    rows = ('1;="9.100001";="Cấp giấy ""một""";Hộ tịch;1 ngày;Không', "2;9.100002;=HYPERLINK(A1);Hộ tịch;=E3;Không")
    file.write_text("\n".join((";".join(TITLES), *rows)), "utf-8")
    records, warnings = imported(file)
    assert [(one.code, one.name) for one in records] == [("9.100001", 'Cấp giấy "một"')]
    assert "không lấy được tên thủ tục (công thức" in warnings


@pytest.mark.parametrize("end", ["", ";", ";;"])
def test_a_row_whose_cells_are_shifted(tmp_path: Path, end: str) -> None:
    file = tmp_path / "danh-muc.csv"
    good = [f"{at};9.10000{at};Cấp giấy mẫu {at};Hộ tịch;1 ngày;Không{end}" for at in (1, 2, 3)]
    shifted, longer = "4;9.100004;Cấp giấy; thẻ;Đất đai;2 ngày;Không", "5;9.100005;Cấp giấy;Đất đai;2 ngày;Không;"
    file.write_text("\n".join((";".join(TITLES) + end, *good, shifted + end, longer + end)), "utf-8")
    records, warnings = imported(file)
    assert [one.code[-1] for one in records] == ["1", "2", "3", "5"]
    assert "1 dòng có nhiều hơn" in warnings and "Cấp giấy | thẻ" in warnings


def test_lists_side_by_side_with_fewer_columns(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        rows = (("STT", "Tên thủ tục hành chính", "Phí, lệ phí"), (1, "Cấp thẻ một", "Không"))
        for at, cells in enumerate(rows, start=1):
            for column, value in zip("HIJ", cells, strict=True):
                sheet[f"{column}{at}"] = value

    records, _ = imported(xlsx(tmp_path, change))
    assert [one.name for one in records] == [f"Cấp giấy mẫu {at}" for at in (1, 2, 3)] + ["Cấp thẻ một"]
