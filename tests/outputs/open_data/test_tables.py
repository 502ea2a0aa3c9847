"""Rows for spreadsheets: valid as a data package, codes stay text, no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.outputs.open_data.formats.csv_file import csv_rows
from generator.outputs.open_data.formats.workbook import data_workbook, rows_piece, sheet_rows
from generator.outputs.open_data.tables import Column, DataTable

V1 = "du-lieu/v1/"
HOSTILE = [
    '=HYPERLINK("http://example.invalid")',
    "+84",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "{=1}",
    "http://example.invalid",
    " a & <b>",
    "0001",
    "1e5",
]


def _validated(folder: Path) -> Any:
    """The report of another program."""
    from frictionless import Package  # half a second: every worker collects every file

    return Package(str(folder / "datapackage.json")).validate()


@pytest.mark.slow
def test_the_data_package_is_valid(data: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in data.items():
        if name.startswith(V1) and name.count("/") == 2:
            (tmp_path / name.removeprefix(V1)).write_bytes(content)
    report = _validated(tmp_path)
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]


@pytest.mark.slow
def test_a_spoilt_table_is_noticed_by_the_data_package(data: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in data.items():
        if name.startswith(V1) and name.count("/") == 2:
            (tmp_path / name.removeprefix(V1)).write_bytes(content)
    (tmp_path / "thu-tuc.csv").write_bytes(data[f"{V1}thu-tuc.csv"] + b"1.000110\r\n")
    assert not _validated(tmp_path).valid


def test_csv_opens_in_excel_with_its_letters(data: dict[str, bytes]) -> None:
    raw = data[f"{V1}thu-tuc.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == len(data[f"{V1}thu-tuc.jsonl"].splitlines())
    birth = next(row for row in rows if row["ma_thu_tuc"] == "1.001193")
    assert birth["ten_thu_tuc"] == "Đăng ký khai sinh" and birth["cap_thuc_hien"] == "cấp xã"


def test_every_paper_and_fee_of_the_records_is_a_row(data: dict[str, bytes]) -> None:
    papers = fees = 0
    for line in data[f"{V1}thu-tuc.jsonl"].splitlines():
        record = json.loads(line)["ban_ghi"]
        dossier = record.get("thanh_phan_ho_so", {})
        papers += len(dossier.get("giay_to_chung", []))
        papers += sum(len(case.get("giay_to", [])) for case in dossier.get("truong_hop", []))
        for holder in [record, *record.get("cach_thuc_thuc_hien", []), *dossier.get("truong_hop", [])]:
            value = holder.get("phi_le_phi", [])
            fees += 1 if isinstance(value, str) else len(value)
    for name, count in (("thu-tuc-giay-to", papers), ("thu-tuc-phi", fees)):
        rows = list(csv.reader(io.StringIO(data[f"{V1}{name}.csv"].decode("utf-8-sig"))))
        assert len(rows) - 1 == count, name


def test_a_workbook_keeps_codes_as_text_with_headings_filters_and_a_frozen_head(data: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data[f"{V1}thu-tuc.xlsx"]))
    assert book.sheetnames == ["Thủ tục", "Giấy tờ", "Phí, lệ phí", "Trình tự", "Căn cứ pháp lý"]
    for sheet in book.worksheets:
        assert sheet["A1"].value == "Mã thủ tục" and sheet.freeze_panes == "B2" and sheet.auto_filter.ref
        assert all(cell.data_type == "s" for cell in sheet["A"][1:])
    codes = [cell.value for cell in book["Thủ tục"]["A"][1:]]
    assert codes == [json.loads(line)["ma"] for line in data[f"{V1}thu-tuc.jsonl"].splitlines()]


def only_cell(table: DataTable, text: str) -> Any:
    """The cell of a table with this one value, read back."""
    made = data_workbook("T", [(table, [rows_piece(sheet_rows([[text]]), 2)], 1)])
    return openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]["A2"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_becomes_a_formula_or_a_link(text: str) -> None:
    table = DataTable("t", "T", (Column("a", "A"),), lambda documents: iter([[text]]))
    shown = next(csv.reader(io.StringIO(csv_rows([[text]]).decode())))[0]
    assert not shown.startswith(("=", "+", "-", "@", "\t"))
    cell = only_cell(table, text)
    assert cell.data_type == "s" and cell.value == text and cell.hyperlink is None


def test_a_text_longer_than_a_cell_is_cut_with_a_mark() -> None:
    table = DataTable("t", "T", (Column("a", "A"),), lambda documents: iter([]))
    cell = only_cell(table, "x" * 40_000)
    assert len(cell.value) == 32_767 and cell.value.endswith("…")
