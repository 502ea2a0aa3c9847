"""Where a dossier is taken, as sentences say it."""

import pytest

from generator.text.filing_places import reach


@pytest.mark.parametrize(
    "text",
    [
        "Đến bất kỳ UBND xã, thị trấn nào",
        "Đến công an xã bất kì trong cả nước",
        "Nộp tại bất cứ Bộ phận Một cửa nào của huyện",
        "Đến UBND xã, thị trấn nào cũng được",
        "Đến nơi nào có thẩm quyền cũng được",
        "Đến công an xã nơi thuận lợi",
        "Công an cấp xã nơi gần nhất",
        "Ở đâu cũng nộp được",
    ],
)
def test_any_desk(text: str) -> None:
    assert reach(text).anywhere and not reach(text).one


@pytest.mark.parametrize(
    "text",
    [
        "Đến UBND xã bất kỳ lúc nào",
        "Một bên đi nộp cũng được",
        "Nộp cách nào cũng vậy",
        "Nộp tiền tại bất kỳ ngân hàng nào",
        "Không bắt buộc nộp bản chính",
        "Tiếp nhận mọi ngày, không kể ngày nghỉ",
        "Đến Bộ phận Một cửa UBND xã",
        "Bộ phận Một cửa nơi Chi nhánh Văn phòng Đăng ký đất đai làm việc",
    ],
)
def test_nothing_about_the_place(text: str) -> None:
    assert reach(text) == ("", False, False)


def test_one_desk() -> None:
    assert reach("Đến UBND xã nơi cư trú của cha hoặc mẹ").one == "nơi cư trú"
    assert reach("Phòng đăng ký kinh doanh nơi hộ đặt trụ sở").one == "nơi hộ đặt trụ sở"
    assert reach("Đến UBND xã đã chứng thực hợp đồng").one


def test_the_home_does_not_matter() -> None:
    assert reach("Công an xã, không phụ thuộc vào nơi cư trú") == ("", False, True)
    kept = reach("UBND xã đang giữ sổ; không bắt buộc về nơi thường trú")
    assert kept.one and kept.regardless and not kept.anywhere


def test_several_cases() -> None:
    said = reach("Đến UBND xã nơi có đất; di sản khác thì đến UBND xã nào cũng được.")
    assert said.one == "nơi có đất" and said.anywhere
