"""TT-203: a version changes something."""

from tests.support.versions import CHANGED, VERSION, fails, passes

PLACE = "Trung tâm Phục vụ hành chính công xã"


def test_every_part_is_as_before() -> None:
    same = CHANGED.replace(PLACE, "Bộ phận Một cửa UBND xã, thị trấn").replace("tu: 2", "tu: ▶2")
    assert "giống hệt" in fails("TT-203", {VERSION: same})


def test_the_second_version_repeats_the_first() -> None:
    later = "procedures/ho-tich/1.001193@2026-01-01.yml"
    text = CHANGED.replace("tu: 2025-07-01", "tu: ▶2026-01-01")
    fails("TT-203", {VERSION: CHANGED, later: text}, later)


def test_one_part_differs() -> None:
    passes("TT-203", {VERSION: CHANGED})


def test_a_part_is_removed() -> None:
    nothing_else = CHANGED.replace(f"dia_chi_tiep_nhan_ho_so: {PLACE}", "bo_phan: [phan_biet]")
    passes("TT-203", {VERSION: nothing_else})


def test_only_signs_and_capitals_differ() -> None:
    old, new = "Trung tâm Phục vụ hành chính công xã", "bộ phận một cửa  UBND xã, thị trấn."
    assert "dấu câu" in fails("TT-203", {VERSION: CHANGED.replace("tu: 2", "tu: ▶2").replace(old, new)})
