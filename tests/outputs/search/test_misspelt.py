"""Slips of the finger: a misspelt word is what its neighbours make likeliest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("đăng ký kết hôb", "1.000894"),  # not "kết hợp", which more titles have
        ("cụ nhà tôi mấtt hôm qua", "1.000656"),  # a letter typed twice, and no short form of "mai an toàn thực phẩm"
        ("cháu mồ côii ai nuôi", "2.001944"),
        ("nhan conn nuoi", "2.001263"),  # no short form of "cưới ở nước ngoài"
        ("toi khhong nhan phan dat bo me de lai", "2.001016"),  # one word with a slip before two words: "kh hong"
        ("họx bạ bị mất", "1.005092"),  # the key beside "c"; with its tone there it has no key of telex left in it
        # in a story a word that could be one is mended where it makes a word with its neighbour
        ("vợ chồng tôi mới mua một mảnh đất của bác hàng xóm ở cạnh nhà giờ muốn sanh tên", "2.000889"),
    ],
)
def test_a_slip_of_the_finger(ask: Callable[[str], dict[str, Any]], text: str, code: str) -> None:
    answer = ask(text)
    assert answer["mended"]
    assert answer["codes"][0] == code


def test_a_short_form_with_a_letter_typed_twice(ask: Callable[[str], dict[str, Any]]) -> None:
    assert ask("muốn lập htxx")["codes"][0] == "1.005280"


def test_marks_that_nobody_writes_are_left_out(ask: Callable[[str], dict[str, Any]]) -> None:
    """No word is written "ruổng": it is read as if it were typed without marks."""
    assert ask("ruổng bỏ hoang muốn trồng ổi")["codes"][0] == "1.008004"
