"""Only what was typed is marked in the names of a result, and in one reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "called", "official"),
    [
        ("sang ten so do", "Sang tên sổ đỏ", ""),  # "sở hữu", "đổi tên" were not typed
        ("đăng ký khai sinh", "khai sinh", "Đăng ký khai sinh"),
        ("làm giấy khai sinh", "Làm giấy khai sinh", "khai sinh"),
        ("khai sinh", "khai sinh", "khai sinh"),
        ("mất sổ đỏ", "sổ đỏ mất", "mất"),
    ],
)
def test_marked_words(ask: Ask, text: str, called: str, official: str) -> None:
    assert ask(text)["marked"] == [called, official]
