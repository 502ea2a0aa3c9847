"""TT-008: a key is a word."""

from tests.support.rule_samples import LAW, fails, passes


def test_a_list_as_key() -> None:
    fails("TT-008", LAW, {"loai: Nghị định": "▶[a, b]: Nghị định"})


def test_a_word() -> None:
    passes("TT-008", LAW)
