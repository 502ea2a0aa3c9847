"""TT-270: what the unit knows once need not be said by each procedure it receives."""

import pytest

from tests.support.rule_samples import PROCEDURE, SITE, UNIT, fails, passes

PLACE = "dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn\n"
HOURS = "thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc\n"
AGENCIES = "co_quan_thuc_hien: UBND cấp xã\nco_quan_co_tham_quyen: UBND cấp xã\n"
HEAD = {"ma_thu_tuc:": "▶ma_thu_tuc:"}
COMMUNE = {"site.yml": SITE.replace("don_vi: tu-ky", "don_vi: an-thanh")}


@pytest.mark.parametrize(
    ("part", "article"),
    [
        ("co_quan_thuc_hien: UBND cấp xã\n", "NĐ 63/2010 Đ8 k2 g"),
        ("co_quan_co_tham_quyen: UBND cấp xã\n", "NĐ 118/2025"),
        (PLACE, "NĐ 63/2010 Đ15 k1"),
        (HOURS, "NĐ 63/2010 Đ15 k1"),
    ],
)
def test_a_part_that_neither_states(part: str, article: str) -> None:
    """The site is the district's, which does not receive a procedure of the communes."""
    assert article in fails("TT-270", PROCEDURE, {part: "", **HEAD}, severity="error")


def test_the_number_of_sets() -> None:
    sets = {"thanh_phan_ho_so:": "▶thanh_phan_ho_so:", "  so_bo: 1\n": ""}
    fails("TT-270", PROCEDURE, sets)
    fails("TT-270", PROCEDURE, sets, others=COMMUNE)
    desk = UNIT.replace("  gio_tiep_nhan: Giờ hành chính\n", "  gio_tiep_nhan: Giờ hành chính\n  so_bo_ho_so: 1\n")
    passes("TT-270", PROCEDURE, {"  so_bo: 1\n": ""}, others={**COMMUNE, "units/an-thanh.yml": desk})


def test_the_unit_of_the_site_receives_it_and_knows() -> None:
    passes("TT-270", PROCEDURE, {PLACE: "", HOURS: "", AGENCIES: ""}, others=COMMUNE)


def test_a_sector_is_not_received_by_the_unit() -> None:
    changes = {HOURS: "", "muc_do_truc_tuyen:": "nganh_doc: công an\nmuc_do_truc_tuyen:", **HEAD}
    fails("TT-270", PROCEDURE, changes, others=COMMUNE)


def test_only_a_reminder_while_the_words_are_a_source_s() -> None:
    marked = {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n  loi_van: CSDL quốc gia\n"}
    fails("TT-270", PROCEDURE, {PLACE: "", **HEAD, **marked}, severity="warning")
