"""Near misses: two figures in the wrong order are nearer than another code with the same figures."""

from __future__ import annotations

from generator.text.suggestions import suggest, suggested_word


def test_two_figures_in_the_wrong_order() -> None:
    assert suggest("1.001913", ["1.001939", "1.001193"]) == "Ý bạn là “1.001193”?"


def test_marks_and_case_do_not_count() -> None:
    assert suggested_word(suggest("UBND Xa An Thanh", ["UBND xã An Thanh", "UBND xã Bình Lãng"])) == "UBND xã An Thanh"


def test_nothing_near() -> None:
    assert suggest("abc", ["xyz"]) == "" == suggested_word("")
