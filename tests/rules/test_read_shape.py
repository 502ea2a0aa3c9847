"""TT-010: a list where a list is meant."""

from tests.rules.sample import PROCEDURE, fails, passes


def test_a_text_in_place_of_a_list() -> None:
    fails("TT-010", PROCEDURE, {"cap_thuc_hien:\n  - cấp xã": "cap_thuc_hien: ▶cấp xã"})


def test_a_list() -> None:
    passes("TT-010", PROCEDURE)
