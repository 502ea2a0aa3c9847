"""TT-248: “Điều này” outside its document."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes

STEP = "noi_dung: Xem giấy tờ và cấp Giấy khai sinh."


def test_reported() -> None:
    fails("TT-248", PROCEDURE, {STEP: "noi_dung: ▶Kiểm tra theo khoản 2 Điều này."})


def test_not_reported() -> None:
    passes("TT-248", PROCEDURE, {STEP: "noi_dung: Kiểm tra theo khoản 2 Điều 9 Nghị định 123/2015/NĐ-CP."})


def test_the_articles_of_a_basis() -> None:
    fails("TT-248", PROCEDURE, {"dieu_khoan: Điều 15": "dieu_khoan: ▶Khoản 2 Điều này"})


@pytest.mark.parametrize(
    "change",
    [
        {"ly_do: Khi đăng ký quá hạn.": "ly_do: ▶Theo khoản 2 Điều này."},
        {"mo_ta: Nộp trên Cổng": "mo_ta: ▶Nộp theo Thông tư liên tịch này trên Cổng"},
        {"- ten: Giấy khai sinh\n": "- ten: ▶Giấy khai sinh quy định tại Điều 5 Nghị định này\n"},
        {"  - Trẻ chưa được đăng ký": "  - ▶Quy định tại điểm này, trẻ chưa được đăng ký"},
        {STEP: "noi_dung: ▶Xem giấy tờ quy định tại Mục này."},
        {STEP: "noi_dung: ▶Cấp theo Phụ lục II này."},
    ],
)
def test_every_text_and_every_part_of_a_document(change: dict[str, str]) -> None:
    fails("TT-248", PROCEDURE, change)


@pytest.mark.parametrize(
    "text", ["Đến danh mục này để xem.", "Tại địa điểm này, thời điểm này.", "Thủ tục này có hai bước."]
)
def test_words_that_only_look_so(text: str) -> None:
    passes("TT-248", PROCEDURE, {STEP: f"noi_dung: {text}"})
