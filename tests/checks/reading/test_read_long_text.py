"""TT-178: a text that is longer than anything an editor writes."""

from __future__ import annotations

import pytest

from generator.limits import MAX_TEXT, MAX_WORD
from generator.loading.folder import read_text
from generator.loading.store import Store
from generator.schema.kinds import BY_NAME, KINDS
from tests.support.rule_samples import LAW, PROCEDURE

LONG = {
    "a word": "a" * (MAX_WORD + 1),
    "a million letters": "a" * 900_000,
    "a hundred thousand digits": "1" * 100_000,
    "many words": "chữ " * 30_000,
}


def read(kind: str, text: str) -> Store:
    store = Store({each.name: [] for each in KINDS})
    read_text(text, "content/x", BY_NAME[kind], store)
    return store


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_reported_once_with_its_line_and_cut(name: str) -> None:
    text = LAW.replace("Quy định", LONG[name])
    store = read("law", text)
    line = text.split("\n").index(next(line for line in text.split("\n") if len(line) > MAX_WORD)) + 1
    assert [(item.id, item.line) for item in store.problems] == [("TT-178", line)]
    summary = store.of("law")[0].record.summary
    assert len(summary) < MAX_TEXT + 100 and "quá dài" in summary


def test_in_a_list_of_a_part() -> None:
    store = read("procedure", PROCEDURE.replace("noi_dung: ", f"noi_dung: {'x' * 3000} ", 1))
    assert [item.id for item in store.problems] == ["TT-178"] and store.problems[0].line > 1


def test_a_long_word_that_is_put_together_from_lines() -> None:
    joined = "\\\n  ".join(["a" * 1000] * 3)
    assert [item.id for item in read("law", f'trich_yeu: "{joined}"\n').problems] == ["TT-178"]


def test_just_short_enough() -> None:
    for text in ("a" * MAX_WORD, "chữ " * (MAX_TEXT // 4 - 10)):
        assert read("law", LAW.replace("Quy định", text)).problems == []
