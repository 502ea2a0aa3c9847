"""CSV, HTML and old Office files as lists."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.importing.draft_record import ImportRefused
from generator.importing.sources.decision_list import converted
from tests.importing.office import TITLES, imported, xlsx

ROW = ("1", "1.001193", "Đăng ký khai sinh", "Hộ tịch", "01 ngày làm việc", "Không")


@pytest.mark.parametrize("mark", [";", ",", "|", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_with_any_separator(tmp_path: Path, mark: str, encoding: str) -> None:
    titles = [f'"{title}"' if mark in title else title for title in TITLES]
    file = tmp_path / "danh-muc.csv"
    file.write_text("\n".join(mark.join(row) for row in (titles, ROW)) + "\n", encoding)
    [record] = imported(file)[0]
    assert (record.code, record.data["thoi_han_giai_quyet"]["so"], record.data["phi_le_phi"]) == (
        "1.001193",
        1,
        "không",
    )


def test_a_quoted_cell_keeps_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'{";".join(TITLES)}\n1;1.001193;"Đăng ký\nkhai sinh";Hộ tịch;01 ngày;Không\n', "utf-8")
    [record] = imported(file)[0]
    assert record.name == "Đăng ký khai sinh"


def test_a_page_with_spans_and_text_around(tmp_path: Path) -> None:
    head = "".join(f"<th>{title}</th>" for title in TITLES)
    rows = (
        f"<tr>{head}</tr><tr><td colspan=6><b>I. Lĩnh vực Hộ tịch</b></td></tr>"
        "<tr><td>1<td>1.001193<td>Đăng ký khai sinh<td rowspan=2>Hộ tịch<td>01 ngày làm việc<td>Không</tr>"
        "<tr><td>2<td>1.000656<td>Đăng ký khai tử<td>02 ngày làm việc<td>Không</tr>"
    )
    file = tmp_path / "trang.html"
    page = f"<html><script>var a = '<table>';</script><p>Quyết định số 12/QĐ-UBND ngày 5/1/2024</p><table>{rows}</table><p>Nơi nhận</p>"  # noqa: E501
    file.write_text(page, "utf-8")
    records, warnings = imported(file)
    assert [(record.code, record.data["linh_vuc"]) for record in records] == [
        ("1.001193", "Hộ tịch"),
        ("1.000656", "Hộ tịch"),
    ]
    assert records[1].data["thoi_han_giai_quyet"] == {"so": 2, "don_vi": "ngày làm việc"}
    assert records[0].data["quyet_dinh_cong_bo"]["so"] == "12/QĐ-UBND"
    assert "Nơi nhận" in warnings


def test_a_page_of_labels_and_values(tmp_path: Path) -> None:
    values = {
        "Mã thủ tục": "1.001193",
        "Tên thủ tục": "Đăng ký khai sinh",
        "Lĩnh vực": "Hộ tịch",
        "Lệ phí": "8.000 đồng",
    }
    rows = "".join(f"<tr><th>{label}:</th><td>{value}</td></tr>" for label, value in values.items())
    file = tmp_path / "chi-tiet.html"
    file.write_text(f"<!doctype html><table>{rows}</table>", "utf-8")
    [record] = imported(file)[0]
    assert (record.code, record.data["phi_le_phi"]) == ("1.001193", [{"muc_thu": 8000}])


@pytest.mark.parametrize(
    "text", ["<table>" * 5000, "<table><tr><td rowspan=99999 colspan=99999>x" * 50, "<td>" * 9999 + "<html>"]
)
def test_a_hostile_page_is_refused_or_read_quickly(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.html"
    file.write_text(f"<html>{text}", "utf-8")
    with pytest.raises(ImportRefused):
        imported(file)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600


def test_an_old_file_without_libreoffice_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converted, "program", lambda: None)
    (tmp_path / "cu.xls").write_bytes(OLD)
    with pytest.raises(ImportRefused, match="LibreOffice"):
        imported(tmp_path / "cu.xls")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a script")
def test_an_old_file_is_read_through_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is replaced by one that writes what LibreOffice would: which words it is called with is what counts."""  # noqa: E501
    modern = xlsx(tmp_path)
    script = tmp_path / "soffice"
    script.write_text(
        f"#!{sys.executable}\nimport sys, shutil, pathlib\nassert '--headless' in sys.argv and 'xlsx' in sys.argv\n"
        f"folder = sys.argv[sys.argv.index('--outdir') + 1]\n"
        f"shutil.copy({str(modern)!r}, pathlib.Path(folder) / (pathlib.Path(sys.argv[-1]).stem + '.xlsx'))\n",
        "utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setattr(converted, "program", lambda: str(script))
    (tmp_path / "cu.xls").write_bytes(OLD)
    records, warnings = imported(tmp_path / "cu.xls")
    assert len(records) == 3
    assert "LibreOffice" in warnings
    shutil.copy(shutil.which("false") or "/bin/false", script)
    with pytest.raises(ImportRefused, match="LibreOffice không đọc được"):
        imported(tmp_path / "cu.xls")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("<span style='font-family:Wingdings'>ü</span> Cấp giấy", "✓ Cấp giấy"),
        ('<font face="Wingdings">&thorn;</font> Cấp giấy', "☑ Cấp giấy"),
        ('<font face=".VnTime">CÊp giÊy</font>', "Cấp giấy"),
        ("<span style='mso-x:1;font-family:\"VNI-Times\",serif'>Caáp giaáy</span>", "Cấp giấy"),
        ("Cấp giấy 50<sup>1</sup>", "Cấp giấy 50¹"),
        ("Cấp giấy <span style='vertical-align:super'>(2)</span>", "Cấp giấy ⁽²⁾"),
        ("<font face=Wingdings><s>ü</s></font>Cấp giấy", "Cấp giấy"),
    ],
)
def test_what_people_see_of_a_page_is_read(tmp_path: Path, written: str, name: str) -> None:
    head = "".join(f"<th>{title}</th>" for title in TITLES)
    file = tmp_path / "trang.html"
    file.write_text(
        f"<html><table><tr>{head}</tr><tr><td>1<td>9.100001<td>{written}<td>A<td>5 ngày<td>0</tr></table>", "utf-8"
    )  # noqa: E501
    assert [record.name for record in imported(file)[0]] == [name]
