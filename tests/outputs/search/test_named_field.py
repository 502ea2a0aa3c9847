"""One word that is in too many records to be sure of one leads to the field whose name begins with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "title"), [("đất", "Lĩnh vực Đất đai"), ("dat", "Lĩnh vực Đất đai"), ("hộ", "Lĩnh vực Hộ")]
)
def test_the_field_is_first(ask: Callable[[str], dict[str, Any]], text: str, title: str) -> None:
    answer = ask(text)
    assert answer["state"] == "done" and answer["titles"][0].startswith(title)
    assert answer["codes"], "procedures below it"


@pytest.mark.parametrize("text", ["nhà", "chó", "và", "linh", "đất nền Hà Nội lên giá"])
def test_a_word_inside_a_name_is_no_field(ask: Callable[[str], dict[str, Any]], text: str) -> None:
    assert not [title for title in ask(text)["titles"][:1] if title.startswith("Lĩnh vực")]


def test_a_sure_answer_stays_first(ask: Callable[[str], dict[str, Any]]) -> None:
    assert ask("tín ngưỡng")["codes"][0] and not ask("tín ngưỡng")["titles"][0].startswith("Lĩnh vực")
