"""TT-264: what was copied from the neighbour names the neighbour."""

import pytest

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import UNIT, change, fails, passes

ADDRESS = "dia_chi: Trụ sở UBND xã An Thanh"
BESIDE = {"units/tan-an.yml": UNIT.replace("11125", "11126").replace("An Thanh", "Tân An")}


def test_the_neighbours_desk_and_feedback() -> None:
    changes = {
        "ten: Bộ phận Một cửa UBND xã An Thanh": "ten: ▶Bộ phận Một cửa UBND xã Tân An",
        "co_quan_tiep_nhan: UBND xã An Thanh": "co_quan_tiep_nhan: ▶UBND xã Tân An",
    }
    fails("TT-264", UNIT, changes, others=BESIDE)


@pytest.mark.parametrize(
    "agency", ["UBND XÃ TÂN AN", "Ủy ban nhân dân xã Tân An, huyện Tứ Kỳ", "Văn phòng UBND Tân An"]
)
def test_the_neighbour_written_otherwise(agency: str) -> None:
    changes = {"co_quan_tiep_nhan: UBND xã An Thanh": f"co_quan_tiep_nhan: ▶{agency}"}
    fails("TT-264", UNIT, changes, others=BESIDE)


def test_an_address_in_another_district() -> None:
    fails("TT-264", UNIT, {ADDRESS: f"dia_chi: ▶{ADDRESS[9:]}, huyện Gia Lộc"})
    passes("TT-264", UNIT, {ADDRESS: f"{ADDRESS}, huyện Tứ Kỳ, tỉnh Hải Dương"})


def test_its_own_its_parents_and_names_of_no_unit() -> None:
    passes("TT-264", UNIT, others=BESIDE)
    passes("TT-264", UNIT, {"co_quan_tiep_nhan: UBND xã An Thanh": "co_quan_tiep_nhan: Văn phòng UBND huyện Tứ Kỳ"})


@pytest.mark.parametrize("text", ["Trụ sở UBND xã Tân An", "Thôn Đông, xã Tân An, huyện Tứ Kỳ", "Nhà (xã  Tân An)"])
def test_an_address_in_the_neighbours_commune(text: str) -> None:
    assert ADDRESS in UNIT
    fails("TT-264", UNIT, {ADDRESS: f"dia_chi: ▶{text}"}, others=BESIDE)
    overlay = change(OVERLAY, {"dia_chi: Nhà một cửa, thôn An Định": f"dia_chi: ▶{text}"})
    fails("TT-264", overlay, {}, others=BESIDE, path=PLACE)


@pytest.mark.parametrize("text", ["Thôn Tân An, xã An Thanh", "Trụ sở UBND xã Không Có", "Phố Tân An, huyện Tứ Kỳ"])
def test_addresses_that_only_sound_like_it(text: str) -> None:
    passes("TT-264", UNIT, {ADDRESS: f"dia_chi: {text}"}, others=BESIDE)


def test_an_address_where_one_sat_that_it_took_over() -> None:
    ended = BESIDE["units/tan-an.yml"] + "ke_tuc:\n  - don_vi: an-thanh\n    phan: toàn bộ\n    ngay: 2023-01-01\n"
    passes("TT-264", UNIT, {ADDRESS: "dia_chi: Trụ sở UBND xã Tân An"}, others={"units/tan-an.yml": ended})
