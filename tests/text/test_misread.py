"""Letters spoilt by another encoding, wherever they are looked for."""

import pytest

from generator.text.misread import LOST, is_misread, may_have_lost


@pytest.mark.parametrize(
    "text", ["Gi?y khai sinh", "?ăng ký", "TH? T?C", "??ng k? khai t?", "??NG K?", "Giáº¥y", "Gi\ufffdy", '"Đ?ng k?"']
)
def test_spoilt(text: str) -> None:
    assert is_misread(text)


@pytest.mark.parametrize(
    "text",
    [
        "Có không? Có",
        "Có không?Có",
        "Thật à??Có",
        "Ở ĐÂU? Ở XÃ",
        "https://a.vn/tim?ma=x",
        "a.vn?q=hộ",
        "Ai (con?) làm",
        "XÃ »",
    ],
)
def test_right(text: str) -> None:
    assert not is_misread(text)


def test_the_quick_look_misses_nothing() -> None:
    assert all(may_have_lost(text) for text in ("Gi?y", "?ăng", "T?C") if LOST.search(text))
    assert not may_have_lost("Có không? Có.")
