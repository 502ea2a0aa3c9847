"""TT-207: only a part that is there and may be missing can be removed."""

import pytest

from tests.support.versions import CHANGED, VERSION, fails, passes


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("phan_bit", "phan_biet"),
        ("muc_thu", "không phải một phần"),
        ("trinh_tu_thuc_hien", "bắt buộc"),
        ("dia_chi_tiep_nhan_ho_so", "bắt buộc"),
        ("ghi_chu_dia_phuong", "bản trước không có"),
        ("noi_dung_sua_doi", "không phải một phần"),
    ],
)
def test_a_part_that_cannot_go(key: str, words: str) -> None:
    assert words in fails("TT-207", {VERSION: CHANGED + f"bo_phan:\n  - ▶{key}\n"})


def test_removed_and_stated() -> None:
    said = fails("TT-207", {VERSION: CHANGED + "phan_biet: Cho trẻ em.\nbo_phan:\n  - ▶phan_biet\n"})
    assert "vừa bỏ vừa ghi lại" in said


def test_what_is_the_whole_site_s() -> None:
    head = CHANGED.partition("\n")[2].partition("dia_chi")[0]
    assert "của cả trang" in fails(
        "TT-207", {"site@2025-07-01.yml": head + "▶as_of: 2025-07-01\n"}, "site@2025-07-01.yml"
    )


def test_an_optional_part() -> None:
    passes("TT-207", {VERSION: CHANGED + "bo_phan: [phan_biet]\n"})


def test_a_part_removed_twice() -> None:
    fails("TT-207", {VERSION: CHANGED + "bo_phan: [phan_biet, ▶phan_biet]\n"})
