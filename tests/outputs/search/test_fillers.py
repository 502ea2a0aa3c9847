"""Samples are published without the words that tell little, and no more of them than fit."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from generator.catalogue.search_words import SearchWords
from generator.outputs.search.fillers import SHORT, Fillers
from generator.outputs.search.index import Index
from generator.outputs.search.samples import MAX_BYTES, budget_for, within_budget
from generator.schema.search_words import Filler, Synonym

FILLERS = Fillers(
    SearchWords(
        fillers=[
            Filler.model_validate({"muc": "bỏ", "tu": ["cho tôi hỏi", "ở đâu", "của", "tôi", "hộ em", "hộ"]}),
            Filler.model_validate({"muc": "nhẹ", "tu": ["làm", "giấy"]}),
        ],
        synonyms=[Synonym.model_validate({"cach_noi": ["giấy độc thân"], "nghia_la": ["cấp giấy xác nhận"]})],
    ),
    ["Xóa đăng ký hộ khẩu", "Hộ khẩu của hộ gia đình", "Sổ hộ khẩu"],
)


@pytest.mark.parametrize(
    ("asked", "published"),
    [
        ("cho tôi hỏi làm giấy kết hôn ở đâu", "ket hon"),
        ("nhờ cắt hộ khẩu của tôi giúp hộ em", "nho cat ho khau giup"),  # "hộ" is a part of "hộ khẩu"
        ("cho tôi hỏi giấy độc thân của tôi", "giay doc than"),  # … and "giấy" of an expression
        ("làm giấy của tôi", "lam giay cua toi"),  # of a short one every word counts
    ],
)
def test_what_tells_nothing_is_left_out(asked: str, published: str) -> None:
    assert FILLERS.without(asked, SHORT) == published


def test_of_what_is_not_ours_nothing_is_kept_for_being_short() -> None:
    assert FILLERS.without("làm giấy của tôi") == ""


def test_what_adds_most_for_its_bytes_comes_first_when_all_do_not_fit() -> None:
    rows = [["mat so ho khau", "mat so", "cat khau"], ["mat so"]]
    everything = ([["cat khau", "mat so", "mat so ho khau"], ["mat so"]],)
    assert within_budget(rows, budget=100) == everything
    assert within_budget(rows, budget=8) == ([["mat so ho khau"], []],)
    assert within_budget(rows, budget=0) == ([[], []],)


def test_a_rare_word_costs_more_than_one_that_many_say() -> None:
    """It has a longer code, and nobody else to share its place in the list of words with."""
    rows = [["mat so", "cat khau"], ["mat so"]]
    assert within_budget(rows, budget=7) == ([["mat so"], ["mat so"]],)


def test_what_a_record_says_already_adds_little() -> None:
    ours, others = [["mat so ho khau", "mat so", "so ho khau"]], [["xem ngay cuoi"]]
    assert within_budget(ours, others, budget=15) == ([["mat so ho khau"]], [["xem ngay cuoi"]])


@pytest.mark.slow
def test_all_samples_of_the_district_fit(real: tuple[Any, Index]) -> None:
    assert len(gzip.compress(real[1].parts[json.loads(real[1].index)["asked"]], 9)) <= 52_500


def test_a_site_of_many_records_has_more_samples() -> None:
    assert budget_for(1) == budget_for(205) == MAX_BYTES  # the district's own
    assert budget_for(588) / 588 > 1.5 * MAX_BYTES / 588
