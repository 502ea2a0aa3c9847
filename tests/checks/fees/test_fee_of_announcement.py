"""TT-252: a fee that points at the announcing decision."""

from tests.support.rule_samples import PROCEDURE, fails, passes

REASON = "ly_do: Khi đăng ký quá hạn."


def test_reported() -> None:
    fails("TT-252", PROCEDURE, {REASON: "ly_do: ▶Theo Quyết định 1872/QĐ-BTP"})


def test_not_reported() -> None:
    passes("TT-252", PROCEDURE, {REASON: "ly_do: Nghị quyết 08/2022/NQ-HĐND"})
