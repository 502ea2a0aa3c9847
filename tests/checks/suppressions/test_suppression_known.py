"""TT-095: what may be set aside."""

from tests.support.rule_samples import PROCEDURE, fails, passes

ASIDE = "bo_qua_kiem_tra:\n  - ma: {}\n    ly_do: đã xem\n    ngay: 2023-11-02\n"


def test_an_identifier_that_is_none() -> None:
    assert "Ý bạn là “TT-060”?" in fails(
        "TT-095", PROCEDURE, {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n" + ASIDE.format("▶TT-O60")}
    )


def test_a_rule_the_law_allows_no_exception_from() -> None:
    fails("TT-095", PROCEDURE, {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n" + ASIDE.format("▶TT-020")})


def test_a_reading_fault() -> None:
    fails("TT-095", PROCEDURE, {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n" + ASIDE.format("▶TT-005")})


def test_one_that_may() -> None:
    passes("TT-095", PROCEDURE, {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n" + ASIDE.format("TT-077")})
