"""TT-060: announced before it applies, five working days in a province (holidays counted)."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PROVINCE = {"Bộ Tư pháp": "Chủ tịch UBND tỉnh Hải Dương"}


def test_signed_after_the_first_day() -> None:
    fails("TT-060", PROCEDURE, {"ngay: 2020-09-04": "ngay: ▶2016-02-01"}, severity="warning")


def test_a_province_over_the_national_day() -> None:
    # 29/08 to 06/09/2023: 30, 31/08, 01/09 and 05/09 are working days; 04/09 is a day off
    said = fails(
        "TT-060", PROCEDURE, PROVINCE | {"ngay: 2020-09-04": "ngay: ▶2023-08-29", "tu: 2016-01-01": "tu: 2023-09-06"}
    )
    assert "4 ngày làm việc" in said


def test_a_province_one_day_earlier() -> None:
    passes("TT-060", PROCEDURE, PROVINCE | {"ngay: 2020-09-04": "ngay: 2023-08-28", "tu: 2016-01-01": "tu: 2023-09-06"})


def test_a_later_decision_that_announces_an_old_procedure_again() -> None:
    passes("TT-060", PROCEDURE)


def test_a_province_spelt_otherwise() -> None:
    days = {"ngay: 2020-09-04": "ngay: ▶2023-08-29", "tu: 2016-01-01": "tu: 2023-09-06"}
    for body in ("Uỷ ban nhân dân tỉnh Hải Dương", "Chủ tịch UBND TP. Hải Phòng"):
        fails("TT-060", PROCEDURE, days | {"Bộ Tư pháp": body})
