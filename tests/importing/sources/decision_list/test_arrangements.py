"""Lists as people arrange and save them: side by side, on their side, with codes that a spreadsheet took for numbers,
in the encodings of old fonts. Each gives the right records or a message; before, names and codes were glued."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from generator.importing.draft_record import ImportRefused
from tests.importing.office import LIMIT, TITLES, imported, workbook, xlsx

ROWS = [(number, f"9.10000{number}", f"Cấp giấy mẫu {number}", "Hộ tịch", LIMIT, "Không") for number in range(1, 7)]


def named(file: Path) -> list[tuple[str, str]]:
    return [(record.code, record.name) for record in imported(file)[0]]


def expected(*numbers: int) -> list[tuple[str, str]]:
    return [(f"9.10000{number}", f"Cấp giấy mẫu {number}") for number in numbers]


@pytest.mark.parametrize("between", [(), (None,), (None, None)])
def test_lists_side_by_side_are_read_one_after_the_other(tmp_path: Path, between: tuple[None, ...]) -> None:
    rows = [TITLES + between + TITLES, ROWS[0] + between + ROWS[2], ROWS[1] + between + ROWS[3]]
    assert named(workbook(tmp_path, *rows)) == expected(1, 2, 3, 4)


def test_three_lists_with_a_title_and_one_that_ends_before(tmp_path: Path) -> None:
    rows = [("DANH MỤC",), TITLES * 3, ROWS[0] + ROWS[1] + ROWS[2], ROWS[3] + (None,) * 6 + ROWS[4]]
    assert named(workbook(tmp_path, *rows)) == expected(1, 4, 2, 3, 5)


def test_a_list_with_two_columns_of_names_stays_one(tmp_path: Path) -> None:
    titles = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Tên thủ tục hành chính thay thế", "Phí, lệ phí")
    records, _ = imported(
        workbook(tmp_path, titles, (1, "9.100001", "Cấp giấy cũ", "Hộ tịch", "Cấp giấy mới", "Không"))
    )
    assert [record.name for record in records] == ["Cấp giấy cũ"]
    assert "Cấp giấy mới" in " ".join(records[0].notes)


def test_a_list_that_lies_on_its_side(tmp_path: Path) -> None:
    rows = zip(TITLES, *ROWS[:3], strict=True)
    assert named(workbook(tmp_path, *rows)) == expected(1, 2, 3)


def test_a_title_of_two_columns_keeps_their_own_titles(tmp_path: Path) -> None:
    first = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời hạn giải quyết", None, "Phí, lệ phí")
    second = (None, None, None, None, "Theo quy định", "Sau cắt giảm", None)
    row = (1, "9.100001", "Cấp giấy mẫu 1", "Hộ tịch", "05 ngày", "03 ngày", "Không")
    down = tuple(f"{column}1:{column}2" for column in "ABCDG")
    records, warnings = imported(workbook(tmp_path, first, second, row, merged=(*down, "E1:F1")))
    assert [(record.code, record.name) for record in records] == expected(1) and "Tên thủ tục" not in warnings
    assert records[0].data["thoi_han_giai_quyet"]["nguyen_van"] == "Theo quy định: 05 ngày Sau cắt giảm: 03 ngày"


@pytest.mark.parametrize(
    "written",
    [1001193, "1001193", "1.001.193", "1,001,193", 1.001193, "1,001193", "1 .001193", "1 001 193", "1\u2013001193"],
)
def test_a_code_that_a_spreadsheet_took_for_a_number(tmp_path: Path, written: object) -> None:
    records, _ = imported(xlsx(tmp_path, lambda sheet: sheet.__setitem__("B2", written)))
    assert records[0].code == "1.001193"
    assert records[0].notes or any("1.001193" in reason for _, reason in records[0].doubts)


@pytest.mark.parametrize("written", [23604, "23604", "10011931", "l.001193"])
def test_another_number_is_no_code(tmp_path: Path, written: object) -> None:
    records, _ = imported(xlsx(tmp_path, lambda sheet: sheet.__setitem__("B2", written)))
    assert not records[0].code


def test_two_codes_in_one_cell_are_a_doubt(tmp_path: Path) -> None:
    records, _ = imported(xlsx(tmp_path, lambda sheet: sheet.__setitem__("B2", "9.100001\n9.100007")))
    assert any(key == "ma_thu_tuc" and "9.100007" in reason for key, reason in records[0].doubts)


@pytest.mark.parametrize("title", ["Ngày công bố", "Ngày ban hành quyết định", "Ngày ký QĐ", "Ngày quyết định công bố"])
@pytest.mark.parametrize(
    ("decision", "day", "found"),
    [
        ("12/QĐ-UBND", dt.date(2023, 7, 1), dt.date(2023, 7, 1)),
        ("12/QĐ-UBND", "01/07/2023", dt.date(2023, 7, 1)),
        ("12/QĐ-UBND", 45108, dt.date(2023, 7, 1)),
        ("12/QĐ-UBND", "31/2/2023", "chưa rõ"),
        ("12/QĐ-UBND ngày 01/6/2023", "01/07/2023", dt.date(2023, 6, 1)),
        ("12/QĐ-UBND", 23604, "chưa rõ"),
    ],
)
def test_a_column_of_days(tmp_path: Path, title: str, decision: str, day: object, found: object) -> None:
    titles = (*TITLES, "Quyết định công bố", title)
    (record,), warnings = imported(workbook(tmp_path, titles, (*ROWS[0], decision, day)))
    assert record.data["quyet_dinh_cong_bo"] == {"so": "12/QĐ-UBND", "ngay": found} and not warnings
    shown = day.strftime("%d/%m/%Y") if isinstance(day, dt.date) else str(day)
    assert str(found) == "-".join(reversed(shown.split("/"))) or shown in " ".join(record.notes)


def written(folder: Path, raw: bytes) -> Path:
    (folder / "danh-muc.csv").write_bytes(raw)
    return folder / "danh-muc.csv"


TEXT = "".join(";".join(map(str, row)) + "\r\n" for row in (TITLES, *ROWS[:2]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends_of_a_csv(tmp_path: Path, encoding: str, end: str) -> None:
    assert named(written(tmp_path, TEXT.replace("\r\n", end).encode(encoding))) == expected(1, 2)


TCVN3 = (
    b"STT;M\xb7 TTHC;T\xaan th\xf1 t\xf4c h\xb5nh ch\xddnh;L\xdcnh v\xf9c;Th\xeci h\xb9n\r\n1;9.100001;C\xcap gi\xcay;"
    b"H\xe9 t\xdech;05 ng\xb5y\r\n"
)
VNI = "STT;Maõ TTHC;Teân thuû tuïc haønh chính;Lónh vöïc;Thôøi haïn\r\n1;9.100001;Caáp giaáy;Hoä tòch;05 ngaøy\r\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [(TCVN3, "TCVN3"), (VNI.encode(), "VNI"), (VNI.encode("latin-1"), "VNI"), (b"<table>" + TCVN3, "TCVN3")],
)
def test_letters_of_old_fonts_are_named_with_the_way_to_mend(tmp_path: Path, raw: bytes, says: str) -> None:
    with pytest.raises(ImportRefused, match=f"{says}.*Unicode"):
        imported(written(tmp_path, raw))


def test_decomposed_letters_are_those_of_everybody(tmp_path: Path) -> None:
    assert named(written(tmp_path, unicodedata.normalize("NFD", TEXT).encode())) == expected(1, 2)
