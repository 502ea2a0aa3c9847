"""TT-061: every unit of the site has a one-stop office."""

from tests.support.rule_samples import UNIT, fails, passes

PART = UNIT[UNIT.index("bo_phan_mot_cua") : UNIT.index("phan_anh")]


def test_a_commune_without_one() -> None:
    fails("TT-061", UNIT, {PART: "", "ma_don_vi": "▶ma_don_vi"})


def test_with_one() -> None:
    passes("TT-061", UNIT)


def test_a_commune_that_no_longer_exists() -> None:
    passes("TT-061", UNIT, {PART: "", "tu: chưa rõ": "tu: chưa rõ\n  den: 2022-06-30"})


def test_a_commune_of_another_district() -> None:
    passes("TT-061", UNIT, {PART: "", "thuoc: tu-ky": "thuoc: gia-loc"})
