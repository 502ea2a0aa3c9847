"""TT-095: what may be set aside."""

from tests.support.rule_samples import PROCEDURE, fails, passes

ASIDE = "bo_qua_kiem_tra:\n  - ma: {}\n    thong_bao: một lỗi\n    ly_do: đã xem\n    ngay: 2023-11-02\n"


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


def test_a_suppression_without_a_message_still_works_and_is_a_reminder() -> None:
    unbound = ASIDE.format("▶TT-077").replace("    thong_bao: một lỗi\n", "")
    end = "  ngay: 2023-11-02\n"
    fails("TT-095", PROCEDURE, {end: end + unbound}, severity="warning")
    passes("TT-077", PROCEDURE, {end: end + unbound.replace("▶", "")})


def test_two_faults_of_one_rule_are_suppressed_one_by_one() -> None:
    end = "  ngay: 2023-11-02\n"
    second = ASIDE.partition("\n")[2].format("TT-077").replace("một lỗi", "lỗi khác")
    passes("TT-095", PROCEDURE, {end: end + ASIDE.format("TT-077") + second})


def test_a_reason_that_says_nothing_and_an_identifier_twice() -> None:
    end = "  ngay: 2023-11-02\n"
    fails("TT-095", PROCEDURE, {end: end + ASIDE.format("TT-077").replace("ly_do: đã xem", "ly_do: ▶để sau")})
    twice = ASIDE.format("TT-077") + ASIDE.partition("\n")[2].format("▶TT-077")
    fails("TT-095", PROCEDURE, {end: end + twice})
