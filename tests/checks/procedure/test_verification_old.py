"""TT-058: compared at least once a year."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_compared_four_years_ago() -> None:
    fails("TT-058", PROCEDURE, {"ngay: 2023-11-02": "ngay: ▶2019-11-02"}, severity="warning")


def test_compared_within_the_year_or_after_the_sites_day() -> None:
    for day in ("2022-12-31", "2026-11-23"):
        passes("TT-058", PROCEDURE, {"ngay: 2023-11-02": f"ngay: {day}"})
