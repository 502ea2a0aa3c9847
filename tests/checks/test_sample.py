"""The samples themselves are whole: with nothing changed no rule reports an error, so a failing example fails for its
own change only."""

from tests.support.rule_samples import problems


def test_the_unchanged_samples_have_no_errors() -> None:
    assert [problem for problem in problems({}) if problem.severity == "error"] == []


def test_the_unchanged_samples_only_get_the_two_known_reminders() -> None:
    # contacts waiting for the units, a form without a stored file
    assert {problem.id for problem in problems({})} == {"TT-040", "TT-077"}
