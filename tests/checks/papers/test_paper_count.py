"""TT-076: a paper is brought at least once."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_no_original_and_no_copy() -> None:
    fails("TT-076", PROCEDURE, {"ban_chinh: 1\n          ban_sao: 0": "ban_chinh: ▶0\n          ban_sao: 0"})


def test_a_copy_only() -> None:
    passes("TT-076", PROCEDURE, {"ban_chinh: 1\n          ban_sao: 0": "ban_chinh: 0\n          ban_sao: 2"})
