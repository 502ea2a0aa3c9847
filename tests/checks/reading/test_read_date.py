"""TT-013: dates as year-month-day."""

from tests.support.rule_samples import LAW, fails, passes


def test_a_date_as_written_by_hand() -> None:
    assert "Ý bạn là 2015-11-15?" in fails("TT-013", LAW, {"2015-11-15": "▶15/11/2015"})


def test_a_day_that_does_not_exist() -> None:
    fails("TT-013", LAW, {"2015-11-15": "▶2015-02-30"})


def test_a_date() -> None:
    passes("TT-013", LAW)
