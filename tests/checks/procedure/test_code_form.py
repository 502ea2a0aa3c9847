"""TT-024: codes keep their shape and their quotes."""

from tests.support.rule_samples import PROCEDURE, UNIT, fails, passes


def test_a_code_that_was_read_as_a_number() -> None:
    assert "“1.000110”" in fails("TT-024", PROCEDURE, {'"1.001193"': '▶"1.00011"'}, severity="error")


def test_the_four_odd_codes_of_the_national_list() -> None:
    for code in (" 1.014325", "1.0133611", "2.009182739", "1.014955-Xoa"):
        fails("TT-024", PROCEDURE, {'"1.001193"': f'▶"{code}"'}, severity="error")


def test_a_code_without_quotes() -> None:
    fails("TT-024", PROCEDURE, {'"1.001193"': "▶1.001193"}, severity="error")


def test_a_unit_code() -> None:
    fails("TT-024", UNIT, {'"11125"': '▶"1112"'})


def test_a_unit_code_that_nobody_looked_up_is_a_reminder() -> None:
    fails("TT-024", UNIT, {'"11125"': "▶chưa rõ"}, severity="warning")
    fails("TT-024", PROCEDURE, {'"1.001193"': "▶chưa rõ"}, severity="error")


def test_good_codes() -> None:
    passes("TT-024", PROCEDURE)
    passes("TT-024", UNIT)
