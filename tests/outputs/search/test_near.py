"""Where nothing is an answer, the nearest procedures are there to be looked at, if there is any sign, and only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow


def test_a_refused_question_keeps_the_nearest_procedures(ask: Callable[[str], dict[str, Any]]) -> None:
    answer = ask("người làm chứng")
    assert (answer["state"], answer["codes"]) == ("none", [])  # it is refused all the same
    assert len(answer["near"]) == 3 and all(answer["near"])


@pytest.mark.parametrize("text", ["hôm nay trời có mưa không", "đăng ký khai sinh", "ly hôn"])
def test_without_a_sign_or_with_an_answer_there_is_none(ask: Callable[[str], dict[str, Any]], text: str) -> None:
    assert ask(text)["near"] == []
