"""TT-229: sentences of summaries and steps can be read in one breath."""

from string import ascii_lowercase

from tests.support.rule_samples import PROCEDURE, fails, passes

LONG = " ".join(["chữ"] * 26)
SUMMARY = "mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh."


def test_a_sentence_of_26_syllables() -> None:
    assert "26 tiếng" in fails("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: ▶Câu ngắn. {LONG}."})


def test_sentences_of_25_and_a_stop_between_two_halves() -> None:
    passes("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: {LONG[4:]}. {LONG[4:]}."})
    passes("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: {LONG[4:]}; {LONG[4:]}."})


def test_a_line_is_a_sentence_and_short_syllables_count() -> None:
    assert "26 tiếng" in fails("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: ▶|-\n  Câu ngắn\n  {LONG}"})
    assert "26 tiếng" in fails("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: ▶{' '.join(ascii_lowercase)}."})
    passes("TT-229", PROCEDURE, {SUMMARY: f"mo_ta: |-\n  {LONG[4:]}\n  {LONG[4:]}"})
