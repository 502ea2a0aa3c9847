"""TT-259: a unit stands below one of a higher level."""

from tests.support.rule_samples import DISTRICT, UNIT, fails, passes

BESIDE = {"units/tan-an.yml": UNIT.replace("11125", "11126").replace("ten: An Thanh", "ten: Tân An")}


def test_a_commune_below_a_commune() -> None:
    fails("TT-259", UNIT, {"thuoc: tu-ky": "thuoc: ▶tan-an"}, others=BESIDE)


def test_two_units_below_each_other() -> None:
    fails("TT-259", DISTRICT, {"loai: huyện": "loai: huyện\nthuoc: ▶tan-an"}, others=BESIDE, path="units/tu-ky.yml")


def test_a_commune_below_a_district_or_a_province() -> None:
    passes("TT-259", UNIT)
    province = {"units/hai-duong.yml": DISTRICT.replace("298", "30").replace("loai: huyện", "loai: tỉnh")}
    passes("TT-259", UNIT, {"thuoc: tu-ky": "thuoc: hai-duong"}, others=province)
