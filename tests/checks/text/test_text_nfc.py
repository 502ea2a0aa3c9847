"""TT-070: precomposed letters only."""

import unicodedata

from tests.support.rule_samples import LAW, PLACES, PROCEDURE, fails, passes, problems


def test_a_mark_of_its_own() -> None:
    said = fails("TT-070", LAW, {"Luật Hộ tịch": "Luật H▶o\u0323\u0302 tịch"})
    assert "“Hộ”" in said and "tthc fix" in said


def test_one_finding_a_file_with_the_count_of_lines() -> None:
    assert "2 dòng" in fails("TT-070", LAW, {"Luật Hộ": "Luật H▶o\u0323\u0302", "Chính phủ": "Chi\u0301nh phủ"})


def test_precomposed() -> None:
    passes("TT-070", LAW)


def test_what_a_decomposed_file_says_is_what_it_looks_like() -> None:
    """A whole record from a Mac: one finding, not one more for each word of a list, field or document."""
    text = unicodedata.normalize("NFD", PROCEDURE)
    found = [problem for problem in problems({PLACES["procedure"]: text}) if problem.severity == "error"]
    assert [problem.id for problem in found] == ["TT-070"]
