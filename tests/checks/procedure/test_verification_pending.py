"""TT-041: what waits for comparison."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_the_whole_record_waits() -> None:
    fails("TT-041", PROCEDURE, {"trang_thai: đã đối chiếu": "trang_thai: ▶chờ đối chiếu"}, severity="warning")


def test_a_part_that_is_none() -> None:
    said = fails(
        "TT-041",
        PROCEDURE,
        {"ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu:\n    - ▶quyet_dinh\n"},
        severity="error",
    )
    assert "quyet_dinh_cong_bo" in said


def test_compared() -> None:
    passes("TT-041", PROCEDURE)
