"""TT-244: a decision with an office's number."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶2252/QĐ-VP"})


def test_not_reported() -> None:
    passes("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 2252/QĐ-VPCP"})
