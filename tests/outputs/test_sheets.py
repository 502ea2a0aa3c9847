"""Sheets: what stands on them, whether a phone can read them, whether they are the same every time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from itertools import takewhile
from pathlib import Path

import pytest

from generator.outputs.official_form import COUNTRY, MOTTO, ON_BEHALF, SIGNED, official_form
from generator.outputs.sheets.all_sheets import all_sheets, unit_sheets
from generator.outputs.sheets.kinds import board
from generator.outputs.sheets.kinds.procedure import of_procedure
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.typeset import TEMPLATES, typeset_pdf
from generator.schema.site import SheetSignature
from tests.conftest import SMALL, tthc
from tests.outputs.sheet_pages import ONE_OF_EACH, UNIT, catalogue, image, made, page_count, sheets
from tests.support.real_content import real_catalogue, real_editions

pytestmark = pytest.mark.slow


def test_every_unit_procedure_and_guide_has_its_sheets() -> None:
    assert set(ONE_OF_EACH) <= set(sheets())
    assert "thu-tuc/1-000001/phieu.pdf" not in sheets(), "an ended procedure has no sheet"


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_pages_title_language_tags_and_fonts(path: str) -> None:
    data = made(path)
    assert page_count(data) == ONE_OF_EACH[path][1]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/StructTreeRoot" in data and b"/Lang" in data
    assert data.count(b"/FontFile") >= 1, "fonts are inside"


def test_the_board_list_has_the_columns_of_the_decision_and_every_procedure_in_order() -> None:
    data = sheets()[f"{UNIT}thu-tuc/danh-muc-a4.pdf"].data
    assert [column.split(",")[0] for column in data["columns"]] == [
        "STT", "Tên thủ tục hành chính", "Mã thủ tục", "Thời hạn giải quyết", "Nơi nộp", "Phí", "Căn cứ pháp lý", "Cơ quan thực hiện",  # noqa: E501
    ]  # fmt: skip
    rows = [row for group in data["groups"] for row in group["rows"]]
    assert [row[2] for row in rows] == [view.code for view in catalogue().units["an-thanh"].procedures]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert all(len(row) == 8 and all(row) for row in rows)


def test_the_notice_says_what_the_law_asks_and_leaves_lines_for_what_is_not_given() -> None:
    data = sheets()[f"{UNIT}phan-anh/thong-bao-a4.pdf"].data
    assert [label for label, _ in data["rows"]] == [
        "Cơ quan tiếp nhận",
        "Địa chỉ",
        "Số điện thoại chuyên dùng",
        "Thư điện tử",
        "Hệ thống phản ánh, kiến nghị",
    ]
    assert any("khiếu nại, tố cáo" in title for title, _ in data["sections"])
    assert all("chờ đơn vị" not in value for _, value in data["rows"])


def words(data: bytes, tmp_path: Path, *more: str) -> str:
    (tmp_path / "sheet.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", *more, tmp_path / "sheet.pdf", "-"], capture_output=True, text=True)
    return " ".join(done.stdout.split())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils on this machine")
@pytest.mark.parametrize(
    ("path", "number"), [("thu-tuc/danh-muc-a4.pdf", "Số:"), ("phan-anh/thong-bao-a3.pdf", "/TB-UBND")]
)
def test_what_hangs_on_the_board_is_an_administrative_document(path: str, number: str, tmp_path: Path) -> None:
    text = words(made(f"{UNIT}{path}"), tmp_path)
    for part in (COUNTRY, MOTTO, "XÃ AN THANH", number, "An Thanh, ngày", "Lưu: VT.", ON_BEHALF, "CHỦ TỊCH", SIGNED):
        assert part in text, part
    assert "tính đến ngày 31/12/2023" in text


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils on this machine")
def test_a_notice_of_today_is_posted_at_the_desk_of_today(tmp_path: Path) -> None:
    present = real_editions()[1]
    path = "don-vi/chi-minh-2025/phan-anh/thong-bao-a4.pdf"
    [notice] = [sheet for sheet in unit_sheets(present.units["chi-minh-2025"], present) if sheet.path == path]
    assert "Niêm yết tại trụ sở, Trung tâm Phục vụ" in words(typeset_pdf(notice, None), tmp_path)
    assert "Niêm yết tại trụ sở, Bộ phận Một cửa" in words(made(f"{UNIT}phan-anh/thong-bao-a4.pdf"), tmp_path)


def test_who_signs_for_the_site_s_own_unit_stands_in_site_yml() -> None:
    of = catalogue()
    own, other = of.site_unit, of.units["an-thanh"]
    assert own is not other
    signed = SheetSignature.model_validate({"chuc_vu": "Phó Chủ tịch", "ho_ten": "Nguyễn Văn An"})
    shown = dataclasses.replace(of, site=of.site.model_copy(update={"signature": signed}))
    assert official_form(own, "list", shown).signature[1] == "PHÓ CHỦ TỊCH"
    assert official_form(own, "list", shown).signer == "Nguyễn Văn An"
    assert official_form(other, "list", shown).signer == ""


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils on this machine")
def test_a_hundred_procedures_hang_on_six_a4_each_with_its_heading_row(tmp_path: Path) -> None:
    real = real_catalogue()
    unit = real.units["an-thanh"]
    data = typeset_pdf(next(iter(board.of_unit(unit, real))), None)
    assert page_count(data) <= -(-len(unit.procedures) * 6 // 100)
    for page in range(1, page_count(data) + 1):
        text = words(data, tmp_path, "-f", str(page), "-l", str(page))
        assert "Tên thủ tục hành chính (mã thủ tục)" in text and "nội dung tính đến ngày" in text


def test_the_procedure_sheet_carries_the_decision_and_its_day() -> None:
    data = sheets()["thu-tuc/1-001193/phieu.pdf"].data
    assert re.search(r"Quyết định công bố số \S+, ngày \d\d/\d\d/\d{4}", data["decision"])
    real = real_catalogue()
    unknown = next(of_procedure(real.procedures["1.000656"], real))
    assert unknown.data["decision"] == "Chưa rõ quyết định công bố"
    papers = [paper["name"] for group in data["groups"] for paper in group["papers"]]
    record = catalogue().procedures["1.001193"].load()
    assert papers == [
        paper.name
        for paper in [*record.dossier.papers, *(paper for case in record.dossier.cases for paper in case.papers)]
    ]


def test_every_fee_is_said_in_full_on_the_board_and_on_the_sheet() -> None:
    fees = catalogue().procedures["1.001193"].record.fees
    row = next(
        row
        for group in sheets()[f"{UNIT}thu-tuc/danh-muc-a4.pdf"].data["groups"]
        for row in group["rows"]
        if row[2] == "1.001193"
    )
    facts = dict(sheets()["thu-tuc/1-001193/phieu.pdf"].data["facts"])
    assert len(fees) >= 1 and row[5].count("\n") == len(fees) - 1 and row[5] == facts["Phí, lệ phí"]
    assert "…" not in row[5]


def test_an_ended_unit_answers_under_every_address_its_sheets_had(tmp_path: Path) -> None:
    """A board or a leaflet that still hangs somewhere leads to what came after."""
    later = real_catalogue(dt.date(2025, 7, 2))
    before, after = (
        {sheet.path: sheet for sheet in takewhile(lambda sheet: sheet.path.startswith("don-vi/"), all_sheets(of))}
        for of in (real_catalogue(), later)
    )
    assert len(before) > 100 and sorted(set(before) - set(after)) == []
    sheet = after["don-vi/tien-dong/thu-tuc/danh-muc-a3.pdf"]
    assert "chia về hai đơn vị" in " ".join(sheet.data["story"])
    assert {heir["name"] for heir in sheet.data["successors"]} == {"Xã Lạc Phượng", "Xã Nguyên Giáp"}
    for path in ("don-vi/tien-dong/thu-tuc/danh-muc-a3.pdf", "don-vi/tu-ky/the-lien-he.pdf"):
        data = typeset_pdf(after[path], None)
        assert page_count(data) == 1 and b"<pdfuaid:part>1</pdfuaid:part>" in data
    if shutil.which("zbarimg") and shutil.which("pdftoppm"):
        found = subprocess.run(
            ["zbarimg", "-q", "--raw", image(data, tmp_path, 60)], capture_output=True, text=True
        ).stdout.split()
        assert len(found) == 6 and all(address.endswith("-2025/") for address in found)


def test_equal_bytes_every_time() -> None:
    for path in ONE_OF_EACH:
        assert typeset_pdf(sheets()[path], None) == made(path), path


def test_markup_in_a_record_is_only_text() -> None:
    bad = '#panic("x") *a* $x$ <script> \\ ] [ @y // #eval("1")'
    data = sheets()["thu-tuc/1-001193/phieu.pdf"].data | {"title": bad, "conditions": [bad, bad], "lines": [bad]}
    assert typeset_pdf(Sheet("x.pdf", "procedure", lambda: data), None).startswith(b"%PDF")


def test_a_cache_gives_the_same_and_a_broken_one_is_only_slower(tmp_path: Path) -> None:
    sheet = sheets()["thu-tuc/1-001193/phieu.pdf"]
    assert typeset_pdf(sheet, tmp_path / "cache") == typeset_pdf(sheet, tmp_path / "cache") == made(sheet.path)
    (tmp_path / "file").write_text("not a folder")
    assert typeset_pdf(sheet, tmp_path / "file") == made(sheet.path)


def test_templates_never_reach_outside() -> None:
    for file in TEMPLATES.glob("*.typ"):
        assert not re.search(r"@preview|read\(|image\(\"", file.read_text("utf-8")), file.name


def test_the_zip_of_a_unit(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        done = tthc("sheets", "--content", SMALL, "--unit", "an-thanh", "--out", tmp_path / name)
        assert done.returncode == 0, done.stderr
    data = (tmp_path / "a.zip").read_bytes()
    assert data == (tmp_path / "b.zip").read_bytes()
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names == sorted(sheet.path for sheet in unit_sheets(catalogue().units["an-thanh"], catalogue()))


def test_a_unit_that_is_not_there_is_a_wrong_call() -> None:
    done = tthc("sheets", "--content", SMALL, "--unit", "an-than")
    assert done.returncode == 2 and "Ý bạn là “an-thanh”?" in done.stderr
    done = tthc("sheets", "--content", SMALL, "--unit", "an-thanh", "--as-of", "2025-07-02")
    assert done.returncode == 2 and "xã An Thanh nhập vào xã Chí Minh" in done.stderr


def test_pages_of_the_real_site_link_their_sheets(real_site: Path) -> None:
    for page, name in (
        ("don-vi/an-thanh/thu-tuc", "danh-muc-a4.pdf"),
        ("don-vi/an-thanh/phan-anh", "thong-bao-a3.pdf"),
        ("don-vi/an-thanh", "the-lien-he.pdf"),
        ("thu-tuc/1-001193", "phieu.pdf"),
        ("huong-dan/sinh-con", "to-gap.pdf"),
    ):
        assert re.search(rf'href="[./]*{page}/{name}"', (real_site / page / "index.html").read_text("utf-8")), page
        assert (real_site / page / name).read_bytes().startswith(b"%PDF")
