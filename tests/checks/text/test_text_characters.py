"""TT-071: no invisible or private characters."""

import pytest

from tests.support.rule_samples import LAW, fails, passes


def test_characters_that_copying_leaves() -> None:
    for char in ("\u200b", "\u00ad", "\uf0b7", "\ufffd", "\u202e"):
        assert f"U+{ord(char):04X}" in fails("TT-071", LAW, {"Hộ tịch": f"Hộ▶{char} tịch"})


@pytest.mark.parametrize(
    "char", ["\u3164", "\u2800", "\u034f", "\u061c", "\ufe0f", "\U000e0041", "\u0336", "\U000f0001", "\u180b", "\uffa0"]
)
def test_characters_that_look_like_nothing(char: str) -> None:
    fails("TT-071", LAW, {"Hộ tịch": f"Hộ▶{char} tịch"})


@pytest.mark.parametrize("escape", ["\\u200b", "\\u3164", "\\x85", "\\L", "\\U000E0041", "\\ufeff"])
def test_an_escape_hides_none(escape: str) -> None:
    fails("TT-071", LAW, {"co_quan_ban_hanh: Chính phủ": f'co_quan_ban_hanh: "Chính ▶{escape}phủ"'})
    passes("TT-071", LAW, {"co_quan_ban_hanh: Chính phủ": f'co_quan_ban_hanh: "Chính \\{escape} phủ"'})


def test_a_line_end_that_only_yaml_knows_moves_no_other_position() -> None:
    fails("TT-011", LAW, {"Hộ tịch": "Hộ\u2028tịch", "co_quan_ban_hanh": "▶co_quan_banhanh"})


def test_ordinary_text_and_punctuation() -> None:
    passes("TT-071", LAW, {"Hộ tịch": "Hộ tịch – “mới” … 50% ≥ 3 m², số № 1"})
