"""TT-208: the days that are published."""

from tests.support.rule_samples import SITE
from tests.support.versions import EDITIONS, fails, passes


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
