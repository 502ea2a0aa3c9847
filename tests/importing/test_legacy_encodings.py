"""TCVN3 and VNI by font."""

from __future__ import annotations

import pytest

from generator.importing.legacy_encodings import TCVN3, VNI, looks_old, to_unicode


@pytest.mark.parametrize(
    ("typed", "font", "meant"),
    [
        ("§¨ng ký khai sinh cho ng\xadêi", ".VnTime", "Đăng ký khai sinh cho người"),
        ("céng hoµ x· héi", ".VnTimeH", "CỘNG HOÀ XÃ HỘI"),
        ("ñöôøng, chöùng thöïc", "VNI-Times", "đường, chứng thực"),
        ("UÛY BAN NHAÂN DAÂN XAÕ", "VNI-Helve", "ỦY BAN NHÂN DÂN XÃ"),
        ("Đăng ký", "Times New Roman", "Đăng ký"),
        ("cµ phª", "Arial", "cµ phª"),  # looks like TCVN3, but the font says Unicode: never guessed
    ],
)
def test_the_font_decides(typed: str, font: str, meant: str) -> None:
    assert to_unicode(typed, font) == meant


def test_every_vietnamese_small_letter_can_be_typed_in_both() -> None:
    letters = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
    assert letters <= set(TCVN3.values())
    assert letters <= set(VNI.values())


def test_the_look_is_only_reported() -> None:
    assert looks_old("cµ phª s÷a")
    assert not looks_old("cà phê sữa")
