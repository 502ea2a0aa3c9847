"""TT-243: a normative decision as the announcing one."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-243", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶44/2026/QĐ-UBND"})


def test_not_reported() -> None:
    passes("TT-243", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 1872/QĐ-UBND"})
