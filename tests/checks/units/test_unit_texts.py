"""TT-264: what was copied from the neighbour names the neighbour."""

from tests.support.rule_samples import UNIT, fails, passes

BESIDE = {"units/tan-an.yml": UNIT.replace("11125", "11126").replace("An Thanh", "Tân An")}


def test_the_neighbours_desk_and_feedback() -> None:
    changes = {
        "ten: Bộ phận Một cửa UBND xã An Thanh": "ten: ▶Bộ phận Một cửa UBND xã Tân An",
        "co_quan_tiep_nhan: UBND xã An Thanh": "co_quan_tiep_nhan: ▶UBND xã Tân An",
    }
    fails("TT-264", UNIT, changes, others=BESIDE)


def test_its_own_its_parents_and_names_of_no_unit() -> None:
    passes("TT-264", UNIT, others=BESIDE)
    passes("TT-264", UNIT, {"co_quan_tiep_nhan: UBND xã An Thanh": "co_quan_tiep_nhan: Văn phòng UBND huyện Tứ Kỳ"})
