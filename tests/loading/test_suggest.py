"""Near misses: two figures in the wrong order are nearer than another code with the same figures."""

from __future__ import annotations

import unicodedata

import pytest

from generator.text.suggestions import suggest, suggested_word


def test_two_figures_in_the_wrong_order() -> None:
    assert suggest("1.001913", ["1.001939", "1.001193"]) == "Ý bạn là “1.001193”?"


def test_marks_and_case_do_not_count() -> None:
    assert suggested_word(suggest("UBND Xa An Thanh", ["UBND xã An Thanh", "UBND xã Bình Lãng"])) == "UBND xã An Thanh"


@pytest.mark.parametrize(
    ("there", "says"),
    [
        ("Mẫu\u00a0tờ khai.docx", "U+00A0"),
        ("Mẫu tờ k\u200bhai.docx", "U+200B"),
        ("\u041cẫu tờ khai.docx", "U+041C (cyrillic capital letter em)"),
        ("Mẫu tờ khai\u2024docx", "U+2024"),
        (unicodedata.normalize("NFD", "Mẫu tờ khai.docx"), "U+0300"),
        ("Mẫu  tờ khai.docx", "khoảng trắng"),
        ("Mẫu tờ khai .docx", "khoảng trắng"),
        ("Mẫu tờ khai.DOCX", "”?"),
        ("Mẫu tờ khái.docx", "”?"),
    ],
)
def test_texts_that_look_the_same_are_told_apart(there: str, says: str) -> None:
    hint = suggest("Mẫu tờ khai.docx", [there])
    assert suggested_word(hint) == there and says in hint and hint.endswith("”?") == (says == "”?")
    assert says in suggest(there, ["Mẫu tờ khai.docx"])


def test_nothing_near() -> None:
    assert suggest("abc", ["xyz"]) == "" == suggested_word("")
