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
    below = {"units/tu-ky.yml": DISTRICT.replace("loai: huyện", "loai: huyện\nthuoc: hai-duong")}
    passes("TT-259", UNIT, {"thuoc: tu-ky": "thuoc: hai-duong"}, others=province | below)


def test_no_unit_above() -> None:
    """Such a commune is in no list of its district's site."""
    fails("TT-259", UNIT, {"thuoc: tu-ky\n": "", "ma_don_vi": "▶ma_don_vi"}, severity="warning")


def test_a_commune_that_skips_its_district() -> None:
    """While there were districts no commune stood directly below a province."""
    province = {"units/hai-duong.yml": DISTRICT.replace("298", "30").replace("loai: huyện", "loai: tỉnh")}
    below = {"units/tu-ky.yml": DISTRICT.replace("loai: huyện", "loai: huyện\nthuoc: hai-duong")}
    changes = {"thuoc: tu-ky": "thuoc: ▶hai-duong"} | TERM
    fails("TT-259", UNIT, changes, others=province | below, severity="warning")


def test_successors_that_are_named_twice_or_both_take_all() -> None:
    one = "  - don_vi: moi\n    phan: toàn bộ\n    ngay: 2025-07-01\n"
    fails("TT-259", UNIT, TERM | {"lien_he:": f"ke_tuc:\n{one}  - ▶{one[4:]}lien_he:"}, others=LATER)
    other = one.replace("moi", "khac").replace("phan: ", "phan: ▶")
    later = LATER | {"units/khac.yml": LATER["units/moi.yml"].replace("11126", "11127")}
    fails("TT-259", UNIT, TERM | {"lien_he:": f"ke_tuc:\n{one}{other}lien_he:"}, others=later)
    parts = one.replace("toàn bộ", "một phần") + one.replace("moi", "khac").replace("toàn bộ", "một phần")
    passes("TT-259", UNIT, TERM | {"lien_he:": f"ke_tuc:\n{parts}lien_he:"}, others=later)


TERM = {"  tu: chưa rõ": "  tu: chưa rõ\n  den: 2025-06-30"}
LATER = {
    "units/moi.yml": UNIT.replace("11125", "11126")
    .replace("ten: An Thanh", "ten: Mới")
    .replace("tu: chưa rõ", "tu: 2025-07-01")
}  # noqa: E501


def test_a_unit_above_of_another_time() -> None:
    above = {
        "units/hai-phong.yml": DISTRICT.replace("298", "31")
        .replace("loai: huyện", "loai: tỉnh")
        .replace("tu: chưa rõ", "tu: 2025-07-01")
    }  # noqa: E501
    above["units/tu-ky.yml"] = DISTRICT.replace("loai: huyện", "loai: huyện\nthuoc: hai-phong")
    fails("TT-259", UNIT, TERM | {"thuoc: tu-ky": "thuoc: ▶hai-phong"}, others=above)


def test_a_successor_of_another_time() -> None:
    """Two communes that ended together do not go on as each other."""
    gone = {"units/tan-an.yml": BESIDE["units/tan-an.yml"].replace("  tu: chưa rõ", TERM["  tu: chưa rõ"])}
    successor = "ke_tuc:\n  - don_vi: {}\n    ngay: 2025-07-01\n    van_ban: 1669/NQ-UBTVQH15\nlien_he:"
    fails("TT-259", UNIT, TERM | {"lien_he:": successor.format("▶tan-an")}, others=gone)
    passes("TT-259", UNIT, TERM | {"lien_he:": successor.format("moi")}, others=LATER)


def test_a_time_without_any_successor() -> None:
    successor = "ke_tuc:\n  - don_vi: moi\n    ngay: {}\n    van_ban: 1669/NQ-UBTVQH15\nlien_he:"
    fails("TT-259", UNIT, TERM | {"lien_he:": successor.format("▶2025-09-01")}, others=LATER, severity="warning")
    passes("TT-259", UNIT, TERM | {"lien_he:": successor.format("2025-07-01")}, others=LATER)
