"""TT-086: the holiday file itself."""

from tests.support.rule_samples import HOLIDAYS, fails, passes


def test_a_day_of_another_year() -> None:
    fails("TT-086", HOLIDAYS, {"ngay: 2023-09-04": "ngay: ▶2024-09-04"})


def test_a_day_twice() -> None:
    fails("TT-086", HOLIDAYS, {"ngay: 2023-09-04": "ngay: ▶2023-09-02"})


def test_a_make_up_day_in_the_week() -> None:
    fails("TT-086", HOLIDAYS, {"nguon:": "lam_bu:\n  - ngay: ▶2023-09-06\n    ten: Làm bù\nnguon:"})


def test_a_fixed_holiday_that_is_missing() -> None:
    assert "30/04" in fails(
        "TT-086",
        HOLIDAYS,
        {"  - ngay: 2023-01-01": "  ▶- ngay: 2023-01-01", "  - ngay: 2023-04-30\n    ten: Ngày Chiến thắng\n": ""},
        severity="warning",
    )


def test_a_saturday_worked_instead() -> None:
    passes("TT-086", HOLIDAYS, {"nguon:": "lam_bu:\n  - ngay: 2023-09-09\n    ten: Làm bù\nnguon:"})


def test_the_year_alone_is_wrong() -> None:
    assert "Ý bạn là 2023?" in fails("TT-086", HOLIDAYS, {"nam: 2023": "nam: ▶2024"})
