"""TT-056: a first day after the site's day is mentioned."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_first_day_to_come() -> None:
    fails("TT-056", PROCEDURE, {"tu: 2016-01-01": "tu: ▶2032-01-01"}, severity="warning")


def test_the_first_day_itself() -> None:
    passes("TT-056", PROCEDURE, {"tu: 2016-01-01": "tu: 2023-12-31"})


def test_an_impossible_year_is_told_by_tt_085() -> None:
    passes("TT-056", PROCEDURE, {"tu: 2016-01-01": "tu: 2061-01-01"})
