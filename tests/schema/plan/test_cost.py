"""The compliance cost of TT 02/2017/TT-VPCP Điều 27, against sums worked out by hand."""

from __future__ import annotations

from generator.schema.plan.cost import Saving, costed, saving
from generator.schema.plan.review import Cost


def cost(*works: dict[str, str], people: str = "1000", times: str = "1") -> Cost:
    return Cost.model_validate(
        {"thu_nhap_gio": "30000", "so_lan_nam": times, "so_doi_tuong": people, "cac_viec": list(works), "nguon": "x"}
    )


FORM = {"cong_viec": "Tờ khai", "phut": "30"}
COPY = {"cong_viec": "Chứng thực", "phut": "60", "tu_van_dich_vu": "5000", "phi_le_phi": "2000"}
TRIP = {"cong_viec": "Đi nộp", "phut": "120", "tu_van_dich_vu": "20000", "chi_phi_khac": "1000"}


def test_time_services_fees_and_other_costs() -> None:
    # 15,000 + (30,000 + 5,000 + 2,000) + (60,000 + 20,000 + 1,000)
    found = costed(cost(FORM, COPY, TRIP))
    assert [amount for _, amount in found.lines] == [15_000, 37_000, 81_000]
    assert (found.once, found.yearly) == (133_000, 133_000_000)


def test_times_and_people() -> None:
    assert costed(cost(FORM, times="4", people="25")).yearly == 15_000 * 4 * 25


def test_parts_of_a_dong_are_rounded_half_up() -> None:
    assert costed(cost({"cong_viec": "x", "phut": "1"}, people="1")).once == 500
    odd = Cost.model_validate(
        {"thu_nhap_gio": "30030", "so_lan_nam": "1", "so_doi_tuong": "1", "cac_viec": [{"cong_viec": "x", "phut": "1"}]}
    )
    assert costed(odd).once == 501  # 500.5


def test_what_is_saved() -> None:
    assert saving(costed(cost(FORM, COPY)), costed(cost(FORM))) == Saving(37_000_000, 71.2)


def test_a_missing_figure_is_not_zero() -> None:
    assert costed(None) is None
    assert costed(cost({"cong_viec": "x"})) is None
    assert costed(Cost.model_validate({"thu_nhap_gio": "30000", "so_lan_nam": "1", "cac_viec": [FORM]})) is None
    assert saving(None, costed(cost(FORM))) is None
