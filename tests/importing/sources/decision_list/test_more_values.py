"""Values and headings of further real lists: states, units in titles, amounts, marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import DraftRecord
from tests.importing.office import TITLES, imported, xlsx


def one(folder: Path, titles: tuple[str, ...] = TITLES, **values: Any) -> DraftRecord:
    """The second record, with other values in the columns of these letters."""

    def change(sheet: Any) -> None:
        for column, value in values.items():
            sheet[f"{column}3"] = value

    return imported(xlsx(folder, change, titles))[0][1]


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ("Huỷ bỏ từ ngày 01/02/2024", True),
        ("Không còn áp dụng", True),
        ("Ngưng thực hiện từ 1/7/2025", True),
        ("Đã được chấm dứt hiệu lực", True),
        ("Hết hiệu lực một phần", False),
        ("Bị bãi bỏ một phần", False),
        ("Tạm dừng tiếp nhận", False),
        ("Còn hiệu lực", False),
    ],
)
def test_what_a_note_says_of_the_end(tmp_path: Path, said: str, ended: bool) -> None:
    record = one(tmp_path, (*TITLES, "Ghi chú"), G=said)
    assert ("bai_bo" in record.data, record.state == "abolished") == (ended, ended)


@pytest.mark.parametrize("name", ["Không còn hiệu lực", "TTHC bãi bỏ", "TTHC hết hiệu lực"])
def test_a_sheet_of_ended_procedures(tmp_path: Path, name: str) -> None:
    records, _ = imported(xlsx(tmp_path, lambda sheet: setattr(sheet, "title", name)))
    assert {record.state for record in records} == {"abolished"}


@pytest.mark.parametrize(
    ("title", "value", "fee"),
    [
        ("Phí (đồng)", 50000, [{"muc_thu": 50000}]),
        ("Lệ phí (VNĐ/bản)", "20.000", [{"muc_thu": 20000}]),
        ("Phí (nghìn đồng)", 50, [{"nguyen_van": "50 nghìn đồng"}]),
        ("Phí (ĐVT: 1.000 đồng)", "50,5", [{"nguyen_van": "50,5 (đơn vị tính: 1.000 đồng)"}]),
        ("Lệ phí (triệu đồng/hồ sơ)", 1.5, [{"nguyen_van": "1,5 triệu đồng"}]),
        ("Phí (USD)", 20, [{"nguyen_van": "20 usd"}]),
        ("Phí (nghìn đồng)", "Không thu", "không"),
        ("Phí, lệ phí", 50000, [{"nguyen_van": "50000"}]),
        ("Phí, lệ phí", 0, "chưa rõ"),
        ("Phí, lệ phí", "0 đồng", "không"),
    ],
)
def test_amounts_with_the_unit_in_the_title(tmp_path: Path, title: str, value: Any, fee: Any) -> None:
    record = one(tmp_path, (*TITLES[:5], title), F=value)
    assert record.data["phi_le_phi"] == fee


@pytest.mark.parametrize(
    ("value", "limit"),
    [
        (8, {"so": 8, "don_vi": "giờ"}),
        (8.5, {"nguyen_van": "8,5 giờ"}),
        ("3-5", {"nguyen_van": "3-5 giờ"}),
        ("03 ngày", {"so": 3, "don_vi": "ngày"}),
    ],
)
def test_limits_with_the_unit_in_the_title(tmp_path: Path, value: Any, limit: dict[str, Any]) -> None:
    assert one(tmp_path, (*TITLES[:4], "Thời hạn (giờ)", TITLES[5]), E=value).data["thoi_han_giai_quyet"] == limit


def test_every_column_keeps_its_own_unit(tmp_path: Path) -> None:
    titles = (*TITLES[:4], "Thời hạn (ngày làm việc)", "Phí (đồng)", "Thời hạn rút gọn (giờ)", "Lệ phí (nghìn đồng)")
    record = one(tmp_path, titles, E=5, F=50_000, G=8, H=20)
    assert record.data["thoi_han_giai_quyet"] == {"nguyen_van": "Thời hạn: 5 ngày làm việc Thời hạn rút gọn: 8 giờ"}
    assert [fee["nguyen_van"] for fee in record.data["phi_le_phi"]] == ["Phí: 50000 đồng Lệ phí: 20 nghìn đồng"]


def test_ones_and_zeros_are_crosses(tmp_path: Path) -> None:
    record = one(tmp_path, (*TITLES, "Trực tiếp", "BCCI", "Trực tuyến"), G=1, H="0", I="x")
    assert [way["hinh_thuc_nop"] for way in record.data["cach_thuc_thuc_hien"]] == ["trực tiếp", "trực tuyến"]
