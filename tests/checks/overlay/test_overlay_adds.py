"""TT-141: the overlay's own words ask for nothing more."""

import pytest

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import change, problems


def ids(changes: dict[str, str]) -> list[str]:
    return [problem.id for problem in problems({PLACE: change(OVERLAY, changes)}) if problem.id == "TT-141"]


def test_words_that_ask_for_more() -> None:
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": "ghi_chu: Nộp thêm 01 bản sao căn cước."}) == [
        "TT-141"
    ]
    assert ids({"noi_nop_tien: Nộp tại quầy": "noi_nop_tien: Nộp 20.000 đồng tại quầy"}) == ["TT-141"]


@pytest.mark.parametrize(
    "note",
    [
        "Đề nghị công dân nộp bản sao hộ khẩu có chứng thực.",
        "Nhớ mang theo căn cước công dân.",
        "Cần có xác nhận của trưởng thôn.",
        "Kèm 2 ảnh 4x6.",
        "Lệ phí năm mươi nghìn đồng.",
        "Đóng hai trăm nghìn đồng ở quầy 3.",
        "Sau 5 ngày làm việc đến lấy kết quả.",
        "Nhớ cầm theo CCCD và giấy đăng ký kết hôn.",
        "Qua trưởng thôn xác nhận trước khi đến.",
        "Chỉ nhận hồ sơ của người có hộ khẩu tại xã.",
        "Trả kết quả sau ba ngày.",
        "Phí 10k một bản.",
        "Nộp 10.000 VNĐ.",
    ],
)
def test_papers_and_steps_are_no_matter_of_an_overlay(note: str) -> None:
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": f"ghi_chu: {note}"}) == ["TT-141"]


@pytest.mark.parametrize(
    "note",
    [
        "Lấy số thứ tự trước khi nộp hồ sơ.",
        "Nộp giấy tờ tại phòng số 3, tầng một.",
        "Khi nhận kết quả nhớ mang giấy hẹn.",
        "Có máy phô tô miễn phí, có ghế chờ.",
        "Có thể xin mẫu đơn tại quầy.",
        "Quầy đóng cửa sau 15 ngày cuối năm, mùng sáu mở lại.",
        "Gọi trước năm phút.",
        "Không cần xác nhận của trưởng thôn.",
        "Chỉ nhận hồ sơ vào buổi sáng.",
        "Không cần mang bản sao giấy tờ; cán bộ tự tra trên máy.",
    ],
)
def test_advice_that_asks_for_nothing(note: str) -> None:
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": f"ghi_chu: {note}"}) == []


def test_plain_advice() -> None:
    assert ids({}) == []
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": "ghi_chu: Không phải nộp thêm giấy tờ nào."}) == []


def test_a_fee_that_a_commune_says_nobody_pays() -> None:
    """What is paid is the procedure's to say; where it is paid is the commune's."""
    assert ids({"noi_nop_tien: Nộp tại quầy": "noi_nop_tien: Miễn phí"}) == ["TT-141"]
    assert ids({"noi_nop_tien: Nộp tại quầy": "noi_nop_tien: Quét mã QR của Kho bạc"}) == []
