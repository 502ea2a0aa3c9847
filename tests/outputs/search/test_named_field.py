"""One word that is in too many records to be sure of one leads to the field whose name begins with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.outputs.search.conftest import in_node, index_of, read
from tests.support.real_content import real_editions

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


def test_above_sure_procedures_too_in_the_present_edition() -> None:
    _, index = index_of(real_editions()[1])
    (answer,) = in_node({**read(index), "questions": ["đất"]})
    assert answer["titles"][0] == "Lĩnh vực Đất đai" and answer["codes"]
    assert answer["titles"].count("Lĩnh vực Đất đai") == 1
