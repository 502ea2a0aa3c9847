"""TT-005: a key once."""

from tests.rules.sample import LAW, PROCEDURE, fails, passes


def test_a_key_twice() -> None:
    fails("TT-005", LAW, {"trich_yeu": "▶loai: Nghị định\ntrich_yeu"})


def test_a_key_once_in_each_part() -> None:
    passes("TT-005", PROCEDURE)
