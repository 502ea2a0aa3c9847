"""TT-025: one file a code."""

from tests.support.rule_samples import LAW, PROCEDURE, UNIT, change, fails, passes


def test_the_second_file_is_reported() -> None:
    said = fails("TT-025", PROCEDURE, {'"1.001193"': '▶"1.001193"'}, others={"procedures/a/1.001193.yml": PROCEDURE})
    assert "content/procedures/a/1.001193.yml" in said


def test_two_documents_of_one_number() -> None:
    fails("TT-025", LAW, {"123/2015": "▶123/2015"}, others={"laws/0.yml": LAW})


def test_two_codes() -> None:
    passes("TT-025", PROCEDURE, others={"procedures/a/1.001194.yml": change(PROCEDURE, {"1.001193": "1.001194"})})


def test_two_units_that_exist_side_by_side() -> None:
    fails("TT-025", UNIT, {'"11125"': '▶"11125"', "ten: An Thanh": "ten: Tân An"}, others={"units/a.yml": UNIT})
    ended = UNIT.replace("tu: chưa rõ", "tu: chưa rõ\n  den: 2020-01-01")
    passes("TT-025", UNIT, others={"units/a.yml": ended})
