"""The shortest ways to ask for everyday matters, with and without marks: "chưa có …", "mất …", "làm lại …"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.outputs.search.index import Index
from generator.outputs.search.normalise import key
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

LINES = Path(__file__).with_name("everyday.txt").read_text("utf-8").splitlines()[1:]


def test_everyday_matters_in_their_shortest_forms(real: tuple[Any, Index]) -> None:
    asked = {
        text: codes.split()
        for codes, _, texts in (line.partition(": ") for line in LINES)
        for one in texts.split(", ")
        for text in (one, key(one))
    }
    assert len(asked) > 200
    answers = in_node({**read(real[1]), "questions": list(asked)})
    found = {
        text: answer["codes"][0] if answer["state"] == "done" else ""
        for text, answer in zip(asked, answers, strict=True)
    }
    assert {text: code for text, code in found.items() if code not in asked[text]} == {}
