"""TT-205: a version begins after its record."""

import pytest

from tests.support.versions import CHANGED, fails, passes


@pytest.mark.parametrize("day", ["2016-01-01", "2015-12-31"])
def test_not_after_the_first_day(day: str) -> None:
    path = f"procedures/ho-tich/1.001193@{day}.yml"
    said = fails("TT-205", {path: CHANGED.replace("tu: 2025-07-01", f"tu: ▶{day}")}, path)
    assert "01/01/2016" in said


def test_the_day_after() -> None:
    path = "procedures/ho-tich/1.001193@2016-01-02.yml"
    passes("TT-205", {path: CHANGED.replace("2025-07-01", "2016-01-02")})
