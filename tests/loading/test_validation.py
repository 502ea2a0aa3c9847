"""Data to records: what does not fit is said in Vietnamese, the rest is kept."""

from __future__ import annotations

from typing import Any

import pytest

from generator.loading.validation import validate_record
from generator.schema.procedure import Procedure
from generator.schema.unit import Unit


def faults(data: Any, model=Procedure) -> list[tuple[tuple, str]]:
    return [(path, id) for path, id, _, _ in validate_record(model, data)[1]]


def hint(data: Any, model=Procedure) -> str:
    return validate_record(model, data)[1][0][3]


@pytest.mark.parametrize(
    ("data", "path", "id"),
    [
        ({"trinh_tu": "x"}, ("trinh_tu",), "TT-011"),
        ({"hieu_luc": {"tu": "30/6/2023"}}, ("hieu_luc", "tu"), "TT-013"),
        ({"hieu_luc": {"tu": "2023-02-30"}}, ("hieu_luc", "tu"), "TT-013"),
        ({"phi_le_phi": [{"muc_thu": "8.000"}]}, ("phi_le_phi", 0, "muc_thu"), "TT-014"),
        ({"phi_le_phi": [{"loai": "thuế"}]}, ("phi_le_phi", 0, "loai"), "TT-012"),
        ({"phi_le_phi": "miễn phí"}, ("phi_le_phi",), "TT-012"),
        ({"khong_phu_thuoc_dia_gioi": "maybe"}, ("khong_phu_thuoc_dia_gioi",), "TT-015"),
        ({"trinh_tu_thuc_hien": "Bước 1"}, ("trinh_tu_thuc_hien",), "TT-010"),
        ({"thanh_phan_ho_so": ["a"]}, ("thanh_phan_ho_so",), "TT-010"),
        ({"ten_thu_tuc": ["a"]}, ("ten_thu_tuc",), "TT-010"),
        (["a"], (), "TT-010"),
    ],
)
def test_what_does_not_fit_is_reported_with_its_path(data: Any, path: tuple, id: str) -> None:
    assert faults(data) == [(path, id)]


def test_the_rest_of_the_record_is_kept_in_place() -> None:
    record, found = validate_record(
        Procedure, {"ten_thu_tuc": "A", "la": 1, "trinh_tu_thuc_hien": [{"sai": 1}, {"noi_dung": "B"}]}
    )
    assert len(found) == 2
    assert record.name == "A"
    assert record.steps[1].text == "B"


def test_near_misses_are_suggested() -> None:
    assert "trinh_tu_thuc_hien" in hint({"trinh_tu_thuc_hienn": []})
    assert "bưu chính" in hint({"cach_thuc_thuc_hien": [{"hinh_thuc_nop": "buu chinh"}]})
    assert "2023-06-30" in hint({"hieu_luc": {"tu": "30/06/2023"}})
    assert "8000" in hint({"phi_le_phi": [{"muc_thu": "8.000 đồng"}]})
    assert "thị trấn" in hint({"loai": "thi tran"}, Unit)


def test_amounts_are_numbers_or_words() -> None:
    record, found = validate_record(Procedure, {"phi_le_phi": [{"muc_thu": "8000"}, {"muc_thu": "HĐND tỉnh quy định"}]})
    assert found == []
    assert [fee.amount for fee in record.fees] == [8000, "HĐND tỉnh quy định"]
