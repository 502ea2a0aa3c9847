"""TT-244: a decision with an office's number."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶2252/QĐ-VP"})


def test_not_reported() -> None:
    passes("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 2252/QĐ-VPCP"})


def test_an_office_of_a_chairman() -> None:
    fails("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶1872/QĐ-VPCT"})
    passes("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 1872/QĐ-VPCP"})


def test_a_centre_that_receives() -> None:
    for number in ("55/QĐ-TTPVHCC", "55/QĐ-TTHCC"):
        fails("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": f"so: ▶{number}"})
    passes("TT-244", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 55/QĐ-TTg"})
