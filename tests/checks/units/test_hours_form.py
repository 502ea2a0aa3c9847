"""TT-263: hours that a clock has, in their order, on days that a week has."""

import pytest

from tests.support.rule_samples import PROCEDURE, UNIT, fails, passes

HOURS = "gio_tiep_nhan: Giờ hành chính"


@pytest.mark.parametrize(
    "hours",
    [
        *("25h00 – 26h00", "7h75 – 11h30", "Sáng 11:30 – 7:30", "Thứ Tám hằng tuần", "T2 – T8", "Thứ 2 đến thứ 12"),
        *("Sáng 7h30 – 12h30, chiều 12h00 – 17h00", "7h30-11h30, 11h00-17h00", "Sáng 13h30 – 17h00", "Chiều 7h – 11h"),
        *("Thứ Sáu đến thứ Hai, 7h30 – 11h30", "Từ 11h30 tới 7h30", "Sáng 7h30 ~ 6h30", "Sáng 7h3O – 11h30"),
        *("0.3125 - 0.479166667", "7:30:00 AM - 5:00:00 PM", "7:30 SA - 11:30 SA", "0220 3747 112", "a@tuky.gov.vn"),
    ],
)
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
        "24/7",
        "Sáng 7h30 – 11h30, chiều 1h30 – 5h00",
        "Mùa hè 7h00 – 11h30, 13h30 – 17h00; mùa đông 7h30 – 12h00, 13h00 – 16h30",
        "Nhận hồ sơ 7h30 – 11h, trả kết quả 8h – 11h30",
        "7h30-11h30 và 13h30-17h00 từ thứ 2 đến hết thứ 6",
        "Thứ Hai đến Chủ nhật, 7h30 – 21h00",
        "Sáng 7h – 12h, chiều 12h – 17h",
        "Theo Quyết định 25/2023/QĐ-UBND",
    ],
)
def test_hours_as_offices_write_them(hours: str) -> None:
    passes("TT-263", UNIT, {HOURS: f"gio_tiep_nhan: {hours}"})


def test_hours_that_nobody_knows() -> None:
    assert "chờ đơn vị bổ sung" in fails("TT-263", UNIT, {HOURS: "gio_tiep_nhan: ▶chưa rõ"})
    passes("TT-263", UNIT, {HOURS: "gio_tiep_nhan: chờ đơn vị bổ sung"})


DESK = "gio_tiep_nhan: Thứ Hai đến thứ Sáu, 7h30 – 11h30, 13h30 – 17h\n  "


@pytest.mark.parametrize("closes", ["16h30", "25:30", "bốn rưỡi chiều", "16.30", "16:30:00"])
def test_a_closing_time_that_no_script_reads(closes: str) -> None:
    """The day of the result was counted from it: 16h30 gave no day at all."""
    said = fails("TT-263", UNIT, {HOURS: f"{HOURS}\n  gio_ngung_nhan: ▶{closes}"})
    assert ("“16:30”" in said) == (closes in ("16h30", "16.30"))


def test_a_closing_time_after_the_hours() -> None:
    fails("TT-263", UNIT, {HOURS: f'{DESK}gio_ngung_nhan: ▶"17:30"'}, severity="warning")
    passes("TT-263", UNIT, {HOURS: f'{DESK}gio_ngung_nhan: "16:30"'})
    passes("TT-263", UNIT, {HOURS: f'{HOURS}\n  gio_ngung_nhan: "16:30"'})


def test_saturdays_as_the_weekdays_say() -> None:
    fails("TT-263", UNIT, {HOURS: f"{DESK}nhan_sang_thu_bay: ▶true"}, severity="warning")
    fails("TT-263", UNIT, {HOURS: "gio_tiep_nhan: Thứ 2 đến thứ 7, 8h – 11h\n  nhan_sang_thu_bay: ▶false"})
    passes("TT-263", UNIT, {HOURS: f"{DESK}nhan_sang_thu_bay: false"})
    passes("TT-263", UNIT, {HOURS: f"{HOURS}, trừ thứ Bảy\n  nhan_sang_thu_bay: false"})
    passes("TT-263", UNIT, {HOURS: f"{HOURS}\n  nhan_sang_thu_bay: true"})
