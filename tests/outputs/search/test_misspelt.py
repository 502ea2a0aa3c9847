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
    ],
)
def test_a_slip_of_the_finger(ask: Callable[[str], dict[str, Any]], text: str, code: str) -> None:
    answer = ask(text)
    assert answer["mended"]
    assert answer["codes"][0] == code
