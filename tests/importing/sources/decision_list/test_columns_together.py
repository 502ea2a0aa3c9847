"""Columns of one meaning, and what only their titles say: kinds of fees, channels, limits before and after, crosses
under “Toàn trình”; cells that say more than one thing. Before, the titles were lost, or all but the first thing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.importing import code_lists
from generator.importing.draft_record import DraftRecord
from tests.importing.office import LIMIT, TITLES, imported, workbook

ROW = (1, "9.100001", "Cấp giấy mẫu", "Hộ tịch", LIMIT, "Không")
FEES = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí", "Lệ phí")


def read(folder: Path, *rows: tuple[Any, ...], merged: tuple[str, ...] = ()) -> DraftRecord:
    (record,), _ = imported(workbook(folder, *rows, merged=merged))
    assert not record.words.unread
    return record


@pytest.mark.parametrize(
    ("charge", "duty", "expected"),
    [
        ("50.000 đồng", "50.000 đồng", [("phí", 50_000), ("lệ phí", 50_000)]),
        ("50.000 đồng", "20.000 đồng", [("phí", 50_000), ("lệ phí", 20_000)]),
        ("Phí: 50.000 đồng", "20.000 đồng", [("phí", 50_000), ("lệ phí", 20_000)]),
        (None, "20.000 đồng", [("lệ phí", 20_000)]),
        ("Không", "20.000 đồng", [("lệ phí", 20_000)]),
    ],
)
def test_fees_of_two_kinds(tmp_path: Path, charge: str | None, duty: str, expected: list[tuple[str, int]]) -> None:
    record = read(tmp_path, FEES, (1, "9.100001", "Cấp giấy", "5 ngày", charge, duty))
    assert [(fee["loai"], fee["muc_thu"]) for fee in record.data["phi_le_phi"]] == expected
    assert any("Phí: Không" in note for note in record.notes) == (charge == "Không")


def test_fees_of_two_kinds_in_one_line(tmp_path: Path) -> None:
    record = read(
        tmp_path, (*FEES[:4], "Phí, lệ phí"), (1, *ROW[1:3], "5 ngày", "Phí: 50.000 đồng; lệ phí: 20.000 đồng")
    )
    assert [(fee["loai"], fee["muc_thu"]) for fee in record.data["phi_le_phi"]] == [("phí", 50_000), ("lệ phí", 20_000)]


def test_no_fee_of_either_kind_is_free(tmp_path: Path) -> None:
    record = read(tmp_path, FEES, (1, "9.100001", "Cấp giấy", "5 ngày", "Không", "Không"))
    assert record.data["phi_le_phi"] == "không"


UPPER = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn", "Phí, lệ phí", None)
LOWER = (None, None, None, None, "Trực tiếp", "Trực tuyến")
DOWN = ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1")


def test_fees_by_channel_under_one_title_are_fees(tmp_path: Path) -> None:
    row = (1, "9.100001", "Cấp giấy", "5 ngày", "50.000 đồng", "25.000 đồng")
    record = read(tmp_path, UPPER, LOWER, row, merged=DOWN)
    assert record.data["phi_le_phi"] == [{"nguyen_van": "Trực tiếp: 50.000 đồng Trực tuyến: 25.000 đồng"}]
    assert "phi_le_phi" in record.unclear and "cach_thuc_thuc_hien" not in record.data


THREE = (
    ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn", "Phí, lệ phí", None),
    (None, None, None, None, "Mức thu", None),
    (None, None, None, None, "Phí", "Lệ phí"),
)
TWO = (
    ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn", "Phí, lệ phí", None, "Cách thức thực hiện", None, None),
    (None, None, None, None, "Phí", "Lệ phí", "Trực tiếp", "BCCI", "Trực tuyến"),
)


def test_three_rows_of_titles(tmp_path: Path) -> None:
    row = (1, "9.100001", "Cấp giấy", "5 ngày", "50.000 đồng", "20.000 đồng")
    down = (*(f"{column}1:{column}3" for column in "ABCD"), "E1:F1", "E2:F2")
    record = read(tmp_path, *THREE, row, merged=down)
    assert [fee["loai"] for fee in record.data["phi_le_phi"]] == ["phí", "lệ phí"]


def test_two_rows_of_titles_whose_merged_cells_were_lost(tmp_path: Path) -> None:
    record = read(tmp_path, *TWO, (1, "9.100001", "Cấp giấy", "5 ngày", "50.000 đồng", "20.000 đồng", "x", None, "x"))
    assert [fee["loai"] for fee in record.data["phi_le_phi"]] == ["phí", "lệ phí"]
    assert [way["hinh_thuc_nop"] for way in record.data["cach_thuc_thuc_hien"]] == ["trực tiếp", "trực tuyến"]


def test_fees_by_channel_are_not_added_up(tmp_path: Path) -> None:
    titles = (*FEES[:4], "Phí trực tiếp", "Phí trực tuyến")
    record = read(tmp_path, titles, (1, "9.100001", "Cấp giấy", "5 ngày", "50.000 đồng", "25.000 đồng"))
    assert [fee["nguyen_van"] for fee in record.data["phi_le_phi"]] == [
        "Phí trực tiếp: 50.000 đồng Phí trực tuyến: 25.000 đồng"
    ]


def test_two_limits_say_which_is_which(tmp_path: Path) -> None:
    titles = (*FEES[:3], "Thời hạn theo quy định", "Thời hạn sau cắt giảm", "Phí")
    record = read(tmp_path, titles, (1, "9.100001", "Cấp giấy", "5 ngày", "3 ngày", "Không"))
    assert record.data["thoi_han_giai_quyet"] == {
        "nguyen_van": "Thời hạn theo quy định: 5 ngày Thời hạn sau cắt giảm: 3 ngày"
    }


@pytest.mark.parametrize(
    ("whole", "part", "level"),
    [("x", None, "toàn trình"), (None, "X", "một phần"), ("x", "x", None), (None, None, None)],
)
def test_a_cross_stands_for_its_title(tmp_path: Path, whole: Any, part: Any, level: str | None) -> None:
    record = read(tmp_path, (*TITLES, "DVC toàn trình", "DVC một phần"), (*ROW, whole, part))
    assert record.data.get("muc_do_truc_tuyen") == level
    assert bool(record.doubts) == bool(whole and part)


@pytest.mark.parametrize(
    ("cell", "day", "noted", "doubtful"),
    [
        ("12/QĐ-UBND ngày 01/7/2025", dt.date(2025, 7, 1), False, False),
        ("Quyết định số 12/QĐ-UBND ngày 01 tháng 7 năm 2025", dt.date(2025, 7, 1), False, False),
        ("12/QĐ-UBND 2025-07-01", dt.date(2025, 7, 1), False, False),
        ("12/QĐ-UBND 01/07/25", "chưa rõ", True, False),
        ("12/QĐ-UBND ngày 01/7/2025 của UBND tỉnh Hải Dương", dt.date(2025, 7, 1), True, False),
        ("12/QĐ-UBND ngày 01/7/2025; 13/QĐ-UBND ngày 02/8/2025", dt.date(2025, 7, 1), True, True),
    ],
)
def test_what_else_a_cell_says_of_decisions_is_kept(
    tmp_path: Path, cell: str, day: Any, noted: bool, doubtful: bool
) -> None:
    record = read(tmp_path, (*TITLES, "Quyết định công bố"), (*ROW, cell))
    assert record.data["quyet_dinh_cong_bo"] == {"so": "12/QĐ-UBND", "ngay": day}
    assert any(cell in note for note in record.notes) == noted
    assert bool(record.doubts) == doubtful


def test_another_day_than_the_lists_is_a_doubt(tmp_path: Path) -> None:
    above = ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/7/2025 của UBND tỉnh)",)
    record = read(tmp_path, above, (*TITLES, "Quyết định công bố"), (*ROW, "12/QĐ-UBND ngày 02/7/2025"))
    assert record.data["quyet_dinh_cong_bo"]["ngay"] == dt.date(2025, 7, 1)
    assert [key for key, _ in record.doubts] == ["quyet_dinh_cong_bo"] and "02/7/2025" in " ".join(record.notes)


@pytest.mark.parametrize("name", ["Cấp giấy (1.001193; 1.001194)", "Cấp giấy (mã TTHC: 1.001193, 1.001194)"])
def test_two_codes_in_a_name_are_a_doubt(tmp_path: Path, name: str) -> None:
    record = read(tmp_path, ("STT", *TITLES[2:]), (1, name, *ROW[3:]))
    assert (record.code, record.name) == ("1.001193", "Cấp giấy")
    assert any("nhiều mã" in reason for _, reason in record.doubts) and "1.001194" in " ".join(record.notes)


@pytest.mark.parametrize(
    ("cell", "levels"),
    [
        ("Cấp xã, cấp huyện", ["cấp xã", "cấp huyện"]),
        ("xã", ["cấp xã"]),
        ("Cấp tỉnh; Cấp xã", ["cấp tỉnh", "cấp xã"]),
        ("Cấp xã, nơi khác", None),
    ],
)
def test_levels_in_one_cell(tmp_path: Path, cell: str, levels: list[str] | None) -> None:
    record = read(tmp_path, (*TITLES, "Cấp thực hiện"), (*ROW, cell))
    assert record.data.get("cap_thuc_hien") == levels
    assert bool(record.notes) == (levels is None)


def test_levels_joined_by_a_word_or_a_stroke() -> None:
    assert code_lists.mapped(["Cấp tỉnh và cấp xã", "Tỉnh/Xã"], code_lists.LEVELS) == (["cấp tỉnh", "cấp xã"], [])


def test_a_law_without_number_beside_one_with_is_a_note(tmp_path: Path) -> None:
    laws = "- Luật Hộ tịch năm 2014;\n- Nghị định số 123/2015/NĐ-CP của Chính phủ."
    record = read(tmp_path, (*TITLES, "Căn cứ pháp lý"), (*ROW, laws))
    assert record.data["can_cu_phap_ly"] == [{"so_ky_hieu": "123/2015/NĐ-CP"}]
    assert record.notes == ["Căn cứ pháp lý ở danh mục, chưa rõ số ký hiệu: Luật Hộ tịch năm 2014"]
