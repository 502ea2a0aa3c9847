"""TT-241: the channel's own text states another time."""

import pytest

from generator.checks._engine.durations import SHORT, SIZES
from tests.support.rule_samples import PROCEDURE, fails, passes

NOTE = "mo_ta: Nộp trên Cổng dịch vụ công."


def test_reported() -> None:
    fails("TT-241", PROCEDURE, {NOTE: "mo_ta: ▶Giải quyết không quá 7 ngày làm việc kể từ ngày nhận hồ sơ."})


def test_not_reported() -> None:
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Giải quyết không quá 01 ngày làm việc kể từ ngày nhận hồ sơ."})
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Đối với xã miền núi không quá 11 ngày làm việc."})
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Nộp trước 3 ngày làm việc."})


LIMIT = "thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc\n"
SUMMARY = "mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh."
STEP = "noi_dung: Xem giấy tờ và cấp Giấy khai sinh."


@pytest.mark.parametrize(
    "change",
    [
        {LIMIT: f"{LIMIT}  ghi_chu: ▶Năm ngày làm việc kể từ ngày nhận hồ sơ hợp lệ.\n"},
        {LIMIT: f"{LIMIT}  nguyen_van: ▶15 (mười lăm) ngày làm việc\n"},
        {LIMIT: LIMIT.replace(" làm việc", "") + "  ghi_chu: ▶Trong thời hạn 01 ngày làm việc.\n"},
        {NOTE: "mo_ta: ▶Trả kết quả sau hai ngày làm việc."},
        {SUMMARY: "mo_ta: ▶Ghi việc sinh của trẻ, cấp Giấy khai sinh trong 3 ngày làm việc."},
        {STEP: "noi_dung: ▶Trong 10 ngày làm việc, kể từ ngày nhận đủ hồ sơ, cấp Giấy khai sinh."},
    ],
)
def test_other_places_where_a_time_is_stated(change: dict[str, str]) -> None:
    fails("TT-241", PROCEDURE, change)


@pytest.mark.parametrize(
    "change",
    [
        {LIMIT: f"{LIMIT}  ghi_chu: Tám giờ làm việc kể từ khi nhận hồ sơ.\n"},  # a day
        {LIMIT: f"{LIMIT}  ghi_chu: Việc phức tạp không quá 5 ngày làm việc.\n"},
        {LIMIT: f"{LIMIT}  ghi_chu: Nhận sau 15 giờ thì trả ngày làm việc tiếp theo.\n"},
        {LIMIT: f"{LIMIT}  ghi_chu: Đăng ký trong 60 ngày kể từ ngày sinh.\n"},
        {LIMIT: f"{LIMIT}  ghi_chu: Áp dụng từ ngày 5 tháng 7.\n"},
        {LIMIT: LIMIT.replace("1", "10"), STEP: "noi_dung: Trong 3 ngày làm việc kể từ ngày nhận, xem giấy tờ."},
        {SUMMARY: "mo_ta: Ghi việc sinh của trẻ. Cha mẹ làm trong 60 ngày."},
        {STEP: "noi_dung: Trong 10 ngày, xã gửi danh sách cho huyện."},
    ],
)
def test_times_that_contradict_nothing(change: dict[str, str]) -> None:
    passes("TT-241", PROCEDURE, change)


def test_the_same_text_is_reported_once() -> None:
    note = "mo_ta: ▶Không quá 7 ngày làm việc."
    fails(
        "TT-241",
        PROCEDURE,
        {"- hinh_thuc_nop: trực tiếp\n": f"- hinh_thuc_nop: trực tiếp\n    {note}\n", NOTE: note.replace("▶", "")},
    )


def test_units_as_people_shorten_them() -> None:
    here = "mo_ta: Nộp trên Cổng dịch vụ công."
    for words in ("2 tuần kể từ ngày nhận đủ hồ sơ", "48h kể từ khi nhận hồ sơ", "5 ngày LV kể từ khi nhận hồ sơ"):
        fails("TT-241", PROCEDURE, {here: f"mo_ta: ▶Không quá {words}."})
    for words in ("Thời gian giải quyết 5 ngày làm việc", "Hạn trả kết quả là 5 ngày làm việc"):
        fails("TT-241", PROCEDURE, {here: f"mo_ta: ▶{words}."})
    passes("TT-241", PROCEDURE, {here: "mo_ta: Giữ hồ sơ không quá 30 ngày kể từ ngày nhận."})


def test_when_the_result_is_there() -> None:
    step, condition = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "  - Trẻ chưa được đăng ký khai sinh."
    fails("TT-241", PROCEDURE, {step: "noi_dung: ▶Nộp hồ sơ; nhận kết quả sau 5 ngày làm việc."})
    fails("TT-241", PROCEDURE, {condition: "  - ▶Trả kết quả trong 5 ngày làm việc kể từ ngày nhận đủ hồ sơ."})
    passes("TT-241", PROCEDURE, {step: "noi_dung: Nộp hồ sơ; nhận kết quả sau 1 ngày làm việc."})
    passes("TT-241", PROCEDURE, {step: "noi_dung: Nhận kết quả trong 5 ngày làm việc kể từ ngày thông báo."})


def test_every_unit_that_is_known_is_looked_for() -> None:
    """Also those before which the rule has nothing else to look at: one list of units, in durations.py."""
    for unit in (*SIZES, *SHORT):
        fails("TT-241", PROCEDURE, {NOTE: f"mo_ta: ▶Không quá 35 {unit}."})


def test_dealt_with_in_another_time() -> None:
    fails("TT-241", PROCEDURE, {NOTE: "mo_ta: ▶Giải quyết hồ sơ trong 10 ngày làm việc."})
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Lưu hồ sơ trong 10 ngày làm việc."})
