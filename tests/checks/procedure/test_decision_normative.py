"""TT-243: a normative decision as the announcing one."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-243", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶44/2026/QĐ-UBND"})


def test_not_reported() -> None:
    passes("TT-243", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 1872/QĐ-UBND"})


def test_other_documents_are_reported_once() -> None:
    for number in ("04/2020/TT-BTP", "12/NQ-HĐND", "123/2015/NĐ-CP"):
        fails("TT-243", PROCEDURE, {"so: 1872/QĐ-BTP": f"so: ▶{number}"})
        passes("TT-052", PROCEDURE, {"so: 1872/QĐ-BTP": f"so: {number}"})
