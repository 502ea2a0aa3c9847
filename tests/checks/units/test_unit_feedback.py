"""TT-062: every unit says where feedback is taken, by a number of its own."""

from tests.support.rule_samples import UNIT, fails, passes

PART = UNIT[UNIT.index("phan_anh") : UNIT.index("can_bo_dau_moi")]


def test_a_commune_without_the_notice() -> None:
    fails("TT-062", UNIT, {PART: "", "ma_don_vi": "▶ma_don_vi"}, severity="error")


def test_the_general_number_as_dedicated_number() -> None:
    fails("TT-062", UNIT, {"dien_thoai: 0220 3747 113": "dien_thoai: ▶0220 3747 111"}, severity="warning")


def test_the_same_number_written_otherwise_and_the_desks() -> None:
    for number in ("(0220) 3747.111", '"+84 220 3747 111"', "0220 3747 112"):
        fails("TT-062", UNIT, {"dien_thoai: 0220 3747 113": f"dien_thoai: ▶{number}"}, severity="warning")


def test_a_number_of_its_own_or_one_that_is_waited_for() -> None:
    passes("TT-062", UNIT)
    passes("TT-062", UNIT, {"0220 3747 113": "chờ đơn vị bổ sung", "0220 3747 111": "chờ đơn vị bổ sung"})
