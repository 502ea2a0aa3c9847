"""Questions whose answer is no procedure: what changed, the offices, feedback, the site itself. Visitors of today ask
the present edition, editors and communes any."""

from __future__ import annotations

from typing import Any

import pytest

from generator.outputs.search.index import Index
from tests.outputs.search.conftest import in_node, index_of, read
from tests.support.real_content import real_editions

pytestmark = pytest.mark.slow

REFORM = "Thay đổi từ ngày 01/07/2025"
MERGED = "Xã cũ nay thuộc xã nào"
FEEDBACK = "Phản ánh, kiến nghị"
TODAY = {
    "thay doi tu 1/7/2025": REFORM,
    "thay doi tu 01/07/2025": REFORM,
    "thay đổi từ ngày 1/7/2025": REFORM,
    "thay doi tu 8/8/2026": "Thay đổi từ ngày 08/08/2026",
    "co gi moi": "Có gì mới",
    "thu tuc nao thay doi": "Có gì mới",
    "sap nhap xa": MERGED,
    "bo cap huyen": MERGED,
    "lien he": "Danh sách xã",
    "nghi tet": "Danh sách xã",
    "lich nghi le": "Danh sách xã",
    "lịch nghỉ lễ 2026": "Danh sách xã",
    "nghi le 2/9 may ngay": "Danh sách xã",
    "phan anh kien nghi": FEEDBACK,
}
ANY_DAY = {
    "lien he": "Danh sách xã, thị trấn",
    "phan anh kien nghi": FEEDBACK,
    "nhung danh muc vao trang cua xa": "Nhúng danh mục thủ tục",
    "tin tuc": "Tin tức",
}


@pytest.fixture(scope="session")
def present() -> Index:
    return index_of(real_editions()[1])[1]


def first_titles(index: Index, texts: list[str]) -> dict[str, Any]:
    answers = in_node({**read(index), "questions": texts})
    return {
        text: answer["titles"][0] if answer["state"] == "done" else answer["state"]
        for text, answer in zip(texts, answers, strict=True)
    }


def test_questions_of_today(present: Index) -> None:
    assert first_titles(present, list(TODAY)) == TODAY


def test_questions_of_any_day(real_index: Index) -> None:
    assert first_titles(real_index, list(ANY_DAY)) == ANY_DAY


def test_what_came_to_the_communes(present: Index) -> None:
    """“Chuyển” and “chuyện” are one word without marks: what is left of the question is “xã”."""
    [answer] = in_node({**read(present), "questions": ["thu tuc nao chuyen ve xa"]})
    assert answer["state"] == "done"
    assert REFORM in answer["titles"][:2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("chuyen khau ve xa", "1.004222"),
        ("chuyen nha ve xa khac", "1.004222"),
        ("doi cho o sang xa khac", "1.004222"),
        ("chuyen truong cap 1", "1.005099"),
        ("thay doi ten", "1.004859"),
        ("tro cap tre khuyet tat", "1.001776"),
    ],
)
def test_a_procedure_is_not_pushed_aside(present: Index, text: str, code: str) -> None:
    [answer] = in_node({**read(present), "questions": [text]})
    assert answer["codes"][:1] == [code]
