"""TT-014: numbers without dots."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_dot_for_thousands() -> None:
    assert "Ý bạn là 8000?" in fails("TT-014", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶8.000"})


def test_a_number() -> None:
    passes("TT-014", PROCEDURE)
