"""TT-254: less than a thousand đồng."""

from tests.support.rule_samples import PROCEDURE, answer, fails, passes


def test_reported() -> None:
    fails("TT-254", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶500"})
    fails("TT-254", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶8000000000"})


def test_not_reported() -> None:
    passes("TT-254", PROCEDURE, {"muc_thu: 8000": "muc_thu: 1000"})
    passes("TT-254", PROCEDURE, {"muc_thu: 8000": "muc_thu: 0"})


def test_a_fee_of_an_answer() -> None:
    both = answer("phi_le_phi: [{loai: lệ phí, muc_thu: ▶500}]") | {"    muc_thu: 8000": "    muc_thu: ▶500"}
    fails("TT-254", PROCEDURE, both)
