"""What people ask about the merger of communes is answered alike before and after it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.outputs.search.conftest import DAY, in_node, index_of, read
from tests.support.real_content import real_catalogue

pytestmark = pytest.mark.slow

AFTER = dt.date(2026, 11, 1)
WHERE = "sau sáp nhập nộp hồ sơ ở đâu"
FINDER = "Xã cũ nay thuộc xã nào"
# what is asked -> how the first result is called before and after; an ended unit says that it has ended
FIRST = {
    "sáp nhập xã": (FINDER, FINDER),
    "sap nhap xa": (FINDER, FINDER),
    "xã mới": (FINDER, FINDER),
    "xã Quang Khải": ("Xã Quang Khải", "Xã Quang Khải (cũ)"),
    "quang khai": ("Xã Quang Khải", "Xã Quang Khải (cũ)"),
    "xã An Thanh": ("Xã An Thanh", "Xã An Thanh (cũ)"),
    "huyện Tứ Kỳ": ("Huyện Tứ Kỳ", "Huyện Tứ Kỳ (cũ)"),
    "xã Chí Minh": ("Chí Minh: xã cũ hay xã mới?",) * 2,
    "Hải Phòng": (FINDER, "Thành phố Hải Phòng"),
}


@pytest.fixture(scope="module", params=[0, 1], ids=["before", "after"])
def answers(request: pytest.FixtureRequest, real: Any) -> tuple[int, dict[str, dict[str, Any]]]:
    after: int = request.param
    index = index_of(real_catalogue(AFTER))[1] if after else real[1]
    return after, dict(zip([*FIRST, WHERE], in_node({**read(index), "questions": [*FIRST, WHERE]}), strict=True))


@pytest.mark.parametrize("text", FIRST)
def test_the_first_result(answers: tuple[int, dict[str, dict[str, Any]]], text: str) -> None:
    after, found = answers
    assert DAY < AFTER
    assert found[text]["titles"][0] == FIRST[text][after]


def test_a_commune_that_ended_leads_to_the_new_one(answers: tuple[int, dict[str, dict[str, Any]]]) -> None:
    _, found = answers
    assert FINDER in found["xã Quang Khải"]["titles"]
    assert FINDER in found[WHERE]["titles"][:2]
