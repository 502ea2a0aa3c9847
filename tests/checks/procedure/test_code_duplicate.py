"""TT-025: one file a code."""

from tests.support.rule_samples import LAW, PROCEDURE, change, fails, passes


def test_the_second_file_is_reported() -> None:
    said = fails("TT-025", PROCEDURE, {'"1.001193"': '▶"1.001193"'}, others={"procedures/a/1.001193.yml": PROCEDURE})
    assert "content/procedures/a/1.001193.yml" in said


def test_two_documents_of_one_number() -> None:
    fails("TT-025", LAW, {"123/2015": "▶123/2015"}, others={"laws/0.yml": LAW})


def test_two_codes() -> None:
    passes("TT-025", PROCEDURE, others={"procedures/a/1.001194.yml": change(PROCEDURE, {"1.001193": "1.001194"})})
