"""One spelling in Python and in the browser, case by case and over every string of the content."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.outputs.search.normalise import key, syllable, words
from tests.conftest import PROJECT
from tests.outputs.search.conftest import in_node

CASES = json.loads((PROJECT / "tests" / "cases" / "normalise.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24] or "empty")
def test_the_table(case: dict[str, Any]) -> None:
    found = words(case["text"])
    assert found == case["words"]
    assert key(case["text"]) == case["key"]
    for one, other in case.get("same", []):
        assert syllable(found[one]) == syllable(found[other])
    for one, other in case.get("differ", []):
        assert syllable(found[one]) != syllable(found[other])
        assert syllable(found[one]).plain == syllable(found[other]).plain


def python_says(texts: list[str]) -> list[Any]:
    return [[words(text), key(text), [list(syllable(word)) for word in words(text)]] for text in texts]


def test_the_browser_reads_the_table_the_same_way() -> None:
    texts = [case["text"] for case in CASES]
    assert in_node({"texts": texts}) == python_says(texts)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None:
        yield str(value)


@pytest.mark.slow
def test_every_string_of_the_content_comes_out_alike() -> None:
    files = sorted(Path(PROJECT / "content").rglob("*.yml"))
    texts = sorted({text for file in files for text in strings(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader))})
    assert len(texts) > 5000
    texts = texts if "TTHC_ALL" in os.environ else texts[::8]  # neighbours in the alphabet are alike
    assert in_node({"texts": texts}) == python_says(texts)


@pytest.mark.parametrize(
    ("typed", "written"), [("hoà", "hòa"), ("kí", "ký"), ("thuý", "thúy"), ("quí", "quý"), ("Mỹ", "mĩ"), ("02", "2")]
)
def test_two_ways_to_write_one_syllable(typed: str, written: str) -> None:
    assert syllable(words(typed)[0]) == syllable(words(written)[0])


def test_decomposed_text_is_the_same_text() -> None:
    import unicodedata

    text = "Đăng ký hộ khẩu thường trú, chứng thực"
    assert words(unicodedata.normalize("NFD", text)) == words(text)
