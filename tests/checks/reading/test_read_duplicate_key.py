"""TT-005: a key once."""

from tests.support.rule_samples import LAW, NOTICE, PROCEDURE, fails, passes


def test_a_key_twice() -> None:
    fails("TT-005", LAW, {"trich_yeu": "▶loai: Nghị định\ntrich_yeu"})


def test_a_key_once_in_each_part() -> None:
    passes("TT-005", PROCEDURE)


def test_the_text_as_a_key_and_below_the_front_matter() -> None:
    """Only one of the two would be on the page."""
    fails("TT-005", NOTICE, {"mo_ta: ": "▶noi_dung: Chữ này mất.\nmo_ta: "})


def test_the_text_as_a_key_alone() -> None:
    passes("TT-005", NOTICE, {"mo_ta: ": "noi_dung: Chữ này còn.\nmo_ta: ", "Nội dung tin.\n": ""})
