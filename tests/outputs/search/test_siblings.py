"""The third opinion: which of the first few results the words of the question are said of."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from generator.outputs.search.index import Index
from tests.conftest import PROJECT
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

SCRIPT = """
import { siblings } from "./theme/assets/search-siblings.js";
const { list, terms, texts } = JSON.parse(process.argv[1]);
console.log(JSON.stringify(siblings(list, terms, (at) => texts[at].map((text) => new Set(text))).map(({ at }) => at)));
"""
TERMS = [{"term": number, "weight": 1, "word": True} for number in (1, 2)]
LIST = [{"at": at, "score": score} for at, score in enumerate((1, 0.999, 0.5))]
NEVER = [[3, 4], [5, 6]]


def order(texts: list[list[list[int]]], items: list[dict[str, float]] = LIST) -> list[int]:
    """The order of records 0, 1, 2 … for the words 1 and 2, when these texts are said of them."""
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    given = {"list": items, "terms": TERMS, "texts": texts}
    command = ["node", "--input-type=module", "-e", SCRIPT, json.dumps(given)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True, timeout=60)
    found: list[int] = json.loads(done.stdout)
    return found


def test_the_words_of_the_question_decide_between_two_that_are_about_equal() -> None:
    assert order([NEVER, [[1, 3], [2, 4]], NEVER]) == [1, 0, 2]


def test_two_words_in_one_text_say_more_than_in_two() -> None:
    assert order([[[1, 3], [2, 4]] * 20, [[1, 2], [3, 4]] * 20, NEVER]) == [1, 0, 2]


def test_a_result_far_behind_stays_there() -> None:
    assert order([NEVER, NEVER, [[1, 2], [1, 2]]]) == [0, 1, 2]


def test_only_the_first_few_are_compared() -> None:
    items = [{"at": at, "score": 1 - at / 1000} for at in range(6)]
    assert order([NEVER] * 5 + [[[1, 2]]], items=items) == [0, 1, 2, 3, 4, 5]


def test_before_sample_questions_have_come_there_is_no_third_opinion(real: tuple[Any, Index]) -> None:
    given = {**read(real[1]), "questions": ["chuyển đất vườn sang đất ở"]}
    [before], [after] = in_node({**given, "asked": None}), in_node(given)
    assert [before["third"], after["third"]] == [False, True]


def test_a_name_alone_leads_to_what_is_usual(real: tuple[Any, Index]) -> None:
    """Its siblings have as many sample questions with these words."""
    asked = {"nghĩa vụ quân sự lần đầu": "1.001821", "tranh chấp đất": "1.012812", "đang ký khai sinh": "1.001193"}
    answers = in_node({**read(real[1]), "questions": list(asked)})
    assert {text: answer["codes"][0] for text, answer in zip(asked, answers, strict=True)} == asked
