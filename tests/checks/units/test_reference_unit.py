"""TT-033: units named have a file."""

from tests.support.rule_samples import NOTICE, SITE, UNIT, fails, passes


def test_a_parent_a_successor_and_the_site() -> None:
    assert "Ý bạn là “tu-ky”?" in fails("TT-033", UNIT, {"thuoc: tu-ky": "thuoc: ▶tu-ki"})
    fails(
        "TT-033",
        UNIT,
        {"lien_he:": "ke_tuc:\n  - don_vi: ▶chi-minh-2025\n    phan: toàn bộ\n    ngay: 2025-07-01\nlien_he:"},
    )
    fails("TT-033", SITE, {"don_vi: tu-ky": "don_vi: ▶gia-loc"})


def test_a_notice_of_a_unit() -> None:
    fails("TT-033", NOTICE, {"mo_ta: ": "don_vi: ▶an-than\nmo_ta: "})


def test_known_units() -> None:
    passes("TT-033", UNIT)


def test_itself() -> None:
    assert "chính nó" in fails("TT-033", UNIT, {"thuoc: tu-ky": "thuoc: ▶an-thanh"})
