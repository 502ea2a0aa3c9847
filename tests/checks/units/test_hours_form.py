"""TT-263: hours that a clock has, in their order, on days that a week has."""

import pytest

from tests.support.rule_samples import PROCEDURE, UNIT, fails, passes

HOURS = "gio_tiep_nhan: Giờ hành chính"


@pytest.mark.parametrize("hours", ["25h00 – 26h00", "7h75 – 11h30", "Sáng 11:30 – 7:30", "Thứ Tám hằng tuần"])
def test_hours_that_do_not_exist(hours: str) -> None:
    fails("TT-263", UNIT, {HOURS: f"gio_tiep_nhan: ▶{hours}"})


def test_hours_of_a_procedure() -> None:
    fails("TT-263", PROCEDURE, {"thoi_gian_tiep_nhan: Giờ": "thoi_gian_tiep_nhan: ▶Từ 17h đến 7h, giờ"})


@pytest.mark.parametrize(
    "hours",
    [
        "Thứ Hai đến thứ Sáu, sáng 7h30 – 11h30, chiều 13h30 – 17h",
        "Sáng từ 7 giờ 30 phút đến 11 giờ 30 phút; chiều từ 13:30 đến 17:00",
        "Thứ 2, thứ 4, thứ 7 (7h-11h)",
        "24/24 giờ, cả ngày nghỉ",
        "Theo Quyết định 25/2023/QĐ-UBND",
    ],
)
def test_hours_as_offices_write_them(hours: str) -> None:
    passes("TT-263", UNIT, {HOURS: f"gio_tiep_nhan: {hours}"})


def test_hours_that_nobody_knows() -> None:
    assert "chờ đơn vị bổ sung" in fails("TT-263", UNIT, {HOURS: "gio_tiep_nhan: ▶chưa rõ"})
    passes("TT-263", UNIT, {HOURS: "gio_tiep_nhan: chờ đơn vị bổ sung"})
