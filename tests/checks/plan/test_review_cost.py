"""TT-119: costs that cannot be compared."""

import pytest

from tests.support.plan_samples import PLACES, fails, passes

REVIEW = "plan/2023/reviews/khai-sinh.yml"
AFTER = PLACES[REVIEW][PLACES[REVIEW].index("chi_phi_sau") :]
BEFORE = PLACES[REVIEW][PLACES[REVIEW].index("chi_phi_hien_tai") : PLACES[REVIEW].index("chi_phi_sau")]


def test_only_the_cost_afterwards() -> None:
    fails("TT-119", REVIEW, {BEFORE: "", "chi_phi_sau": "▶chi_phi_sau"})


def test_only_the_present_cost() -> None:
    fails("TT-119", REVIEW, {AFTER: "", "chi_phi_hien_tai": "▶chi_phi_hien_tai"})


def test_dearer_than_before() -> None:
    assert "9.000.000 đồng so với 6.000.000 đồng" in fails(
        "TT-119", REVIEW, {"phut: 60": "phut: 180", "chi_phi_sau": "▶chi_phi_sau"}
    )


def test_two_incomes() -> None:
    fails("TT-119", REVIEW, {AFTER: AFTER.replace("thu_nhap_gio: 30000", "thu_nhap_gio: ▶20000")})


def test_both_sides() -> None:
    passes("TT-119", REVIEW)
    passes("TT-119", REVIEW, {AFTER: "", "sửa đổi, bổ sung": "bãi bỏ"})


def test_ten_times_the_people() -> None:
    after = AFTER.replace("so_doi_tuong: 100", "so_doi_tuong: ▶10")
    fails("TT-119", REVIEW, {AFTER: after})


@pytest.mark.parametrize("proposal", ["giữ nguyên", "bãi bỏ"])
def test_a_cost_after_nothing_or_after_the_end(proposal: str) -> None:
    fails("TT-119", REVIEW, {"sửa đổi, bổ sung": proposal, "chi_phi_sau": "▶chi_phi_sau"})
