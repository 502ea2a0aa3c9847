"""TT-208: the days that are published."""

import datetime as dt

from tests.support.rule_samples import SITE
from tests.support.versions import CHANGED, EDITIONS, VERSION, fails, passes, problems_of


def test_the_root_is_none_of_them() -> None:
    text = SITE.replace("as_of: ", "as_of: ▶") + EDITIONS.replace("2023-12-31", "2024-12-31")
    assert "2024-12-31, 2026-11-29" in fails("TT-208", {"site.yml": text}, "site.yml")


def test_one_day_twice() -> None:
    text = SITE + EDITIONS.replace("2026-11-29", "▶2023-12-31")
    assert "đã có ở bản thứ 1" in fails("TT-208", {"site.yml": text}, "site.yml")


def test_before_every_procedure() -> None:
    text = SITE + EDITIONS.replace("2026-11-29", "▶2015-12-31")
    assert "sớm nhất từ 01/01/2016" in fails("TT-208", {"site.yml": text}, "site.yml")


def test_two_days() -> None:
    passes("TT-208", {"site.yml": SITE + EDITIONS})
    passes("TT-208", {"site.yml": SITE})


def test_the_first_day_is_that_of_the_first_state() -> None:
    version = CHANGED + "hieu_luc:\n  tu: 2025-07-01\n"
    days = (dt.date(2023, 12, 31), dt.date(2026, 11, 29))
    found = problems_of({VERSION: version, "site.yml": SITE + EDITIONS}, days[0], days[1:])
    assert [problem for problem in found if problem.id == "TT-208"] == []
