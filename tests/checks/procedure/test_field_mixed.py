"""TT-269: a table pasted one column off."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes

DOING = "co_quan_thuc_hien: UBND cấp xã"
DECIDING = "co_quan_co_tham_quyen: UBND cấp xã"
PLACE = "dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn"
HOURS = "thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc"
SUMMARY = "mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh."


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (PLACE, "Giờ hành chính các ngày làm việc"),
        (DOING, "07 ngày làm việc"),
        (DECIDING, "8.000 đồng một bản"),
        (DECIDING, "Cá nhân, tổ chức"),
        (HOURS, "Bộ phận Một cửa UBND xã, thị trấn"),
        (HOURS, "03 ngày làm việc"),
        (SUMMARY, "Bước 1. Nộp hồ sơ. Bước 2. Nhận kết quả."),
    ],
)
def test_what_belongs_elsewhere(place: str, text: str) -> None:
    fails("TT-269", PROCEDURE, {place: f"{place.partition(':')[0]}: ▶{text}"})


def test_a_code_among_the_key_words() -> None:
    fails("TT-269", PROCEDURE, {"linh_vuc:": "tu_khoa:\n  - ▶'1.001193'\nlinh_vuc:"})


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (PLACE, "Bộ phận Một cửa, giờ hành chính"),
        (PLACE, "Trụ sở xã, thứ Hai đến thứ Sáu"),
        (DOING, "Tổ chức hành nghề công chứng"),
        (DOING, "Hợp tác xã nơi đăng ký"),
        (HOURS, "Từ 7h30 đến 16h30"),
        (HOURS, "Theo lịch của từng xã"),
        (HOURS, "Tại Bộ phận Một cửa, sáng thứ Bảy"),
        (SUMMARY, "Bước đầu ghi việc sinh của trẻ."),
    ],
)
def test_right_texts(place: str, text: str) -> None:
    passes("TT-269", PROCEDURE, {place: f"{place.partition(':')[0]}: {text}"})
