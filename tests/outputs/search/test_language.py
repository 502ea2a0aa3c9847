"""The words of content/search/: every expression can be met, every official name exists in the content or the law."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.search_words import SearchWords, search_words
from generator.loading.folder import read_folder
from generator.loading.store import Store
from generator.outputs.search.index import Index
from generator.outputs.search.language import Language, _shortest
from generator.outputs.search.normalise import words
from tests.conftest import SMALL
from tests.support.real_content import real_store


@pytest.fixture(scope="module")
def ours() -> SearchWords:
    """Not at the head of the file: every worker collects every file."""
    return search_words(real_store())


def test_every_kind_has_records(ours: SearchWords) -> None:
    assert len(ours.synonyms) > 150
    assert len(ours.abbreviations) > 50
    assert len(ours.elsewhere) > 15
    assert ours.groups and ours.fillers and ours.off_topic and ours.questions


def test_every_synonym_says_why(ours: SearchWords) -> None:
    assert all(item.reason for item in ours.synonyms)


def test_every_expression_has_words(ours: SearchWords) -> None:
    for item in (*ours.synonyms, *ours.elsewhere):
        for text in item.says:
            assert words(re.sub(r"\{[^}]*\}", "x", text)), text


def test_a_store_without_words_gets_those_of_the_house(ours: SearchWords) -> None:
    assert search_words(Store()) == ours
    assert search_words(read_folder(SMALL)) == ours


def test_a_store_with_words_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "abbreviations.yml").write_text("- viet_tat: [gks]\n  nghia_la: giấy khai sinh\n", "utf-8")
    own = search_words(read_folder(tmp_path))
    assert len(own.abbreviations) == 1
    assert own.synonyms == []


def test_words_of_a_kind_only_help_to_rank(small: tuple[Any, Index], ours: SearchWords) -> None:
    near = json.loads(small[1].index)["language"]["near"]
    assert near == sum(item.level == "gần" for item in ours.synonyms if item.means)
    assert 20 < near < len(ours.synonyms) / 4


def test_only_names_that_lead_somewhere_are_sent(ours: SearchWords) -> None:
    made = Language(ours, []).leading_to(["Đăng ký khai tử", "Đăng ký khai tử lưu động"])
    means = {name for item in made.words.synonyms if item.level != "gần" for name in item.means}
    assert "đăng ký khai tử" in means
    assert "chuyển mục đích sử dụng đất" not in means
    assert made.words.abbreviations == ours.abbreviations


def test_expressions_that_only_add_words_are_not_sent() -> None:
    assert _shortest(["xóa tên + hộ khẩu", "xóa + hộ khẩu", "hộ khẩu + xóa", "xóa"]) == ["xóa"]
    assert _shortest(["xóa + hộ khẩu", "hộ khẩu + xóa"]) == ["hộ khẩu + xóa"]
    assert _shortest(["khai sinh", "làm khai sinh", "làm khai {giấy}", "khai tử"]) == [
        "khai sinh",
        "làm khai {giấy}",
        "khai tử",
    ]
