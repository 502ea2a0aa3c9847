"""An engine that was made in steps, of an index that comes in parts, answers as one that was made at once."""

from __future__ import annotations

import json

import pytest

from generator.outputs.search.index import LINES, Index
from generator.pages.page import Page
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

QUESTIONS = (
    "lam giay khai sinh cho con can gi",
    "sổ đỏ",
    "ly hôn",
    "123/2015/nd-cp",
    "ddang ky ket hon",
    "1.001193",
    "giá vàng hôm nay",
    "mở quán ăn",
)


def test_the_same_answers(real: tuple[list[Page], Index]) -> None:
    given = {**read(real[1]), "questions": QUESTIONS}
    at_once = in_node(given)
    lines = [json.loads(line) for line in real[1].index.decode().replace(",\n", "}\n{").splitlines()]
    assert [next(iter(line)) for line in lines] == ["format", *LINES]
    assert in_node({**given, "lines": lines}) == at_once
    assert {answer["state"] for answer in at_once} == {"done", "elsewhere", "none"}
